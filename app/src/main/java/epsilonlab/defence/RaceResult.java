package epsilonlab.defence;

import java.util.List;

/**
 * What a race leaves.
 *
 * @param trained one for each method that made a step, in the order of the settings
 * @param alarms the first of each method that went wrong
 * @param troubles a sentence for each training that exploded
 * @param stopped whether the user ended it before its last epoch
 */
public record RaceResult(
    List<Trained> trained, List<Alarm> alarms, List<String> troubles, boolean stopped) {}
