package epsilonlab.defence;

/**
 * What ends a defence that is real in the gallery's own norm: the adaptive network under another
 * attack.
 *
 * @param attack the attack's name; the gallery leaves this out where there is no such attack
 * @param epsilon its radius, in its own norm
 * @param sentence why this ends it, and what else does
 */
public record Ending(String attack, double epsilon, String sentence) {}
