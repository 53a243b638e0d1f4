package epsilonlab.defence;

import java.util.Optional;

/**
 * What the attack that knows a defence leaves of it.
 *
 * @param adaptive what the defended network makes of the adaptive attack's images
 * @param verdict what the defence is worth
 * @param sentence the verdict in words
 * @param ended what ended it, where it is real and something does
 */
public record Outcome(
    Attacked adaptive, Verdict verdict, String sentence, Optional<GalleryRow.Ended> ended) {}
