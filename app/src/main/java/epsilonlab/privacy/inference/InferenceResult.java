package epsilonlab.privacy.inference;

import java.util.List;

/**
 * What all attacks found.
 *
 * @param memberAccuracy the target's accuracy on the members, in [0, 1]
 * @param otherAccuracy the target's accuracy on the non-members, in [0, 1]
 * @param outcomes in the order of the settings
 * @param answers what the target said of every candidate, members first
 */
public record InferenceResult(
    double memberAccuracy, double otherAccuracy, List<AttackOutcome> outcomes, Answers answers) {}
