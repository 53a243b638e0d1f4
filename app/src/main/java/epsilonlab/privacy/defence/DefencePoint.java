package epsilonlab.privacy.defence;

import epsilonlab.privacy.Estimate;

/**
 * What a defence of one strength costs and saves, over several splits into members and non-members.
 *
 * @param strength as the defence understands it
 * @param trainAccuracy on the members
 * @param testAccuracy on the non-members
 * @param rightOrWrong accuracy of the attack that says "member" when the model is right
 * @param threshold accuracy of the attack that says "member" when what is told of the label's
 *     probability is large enough; the threshold is the best there is for all splits together, in
 *     hindsight, so that it lies a little above 0.5 where nothing leaks
 * @param epsilon promised at delta = 1 / (10 n); infinite for all but DP-SGD
 */
public record DefencePoint(
    Defence defence,
    double strength,
    Estimate trainAccuracy,
    Estimate testAccuracy,
    Estimate rightOrWrong,
    Estimate threshold,
    double epsilon) {}
