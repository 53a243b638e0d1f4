/**
 * What a lesson sees of the lab: facts by name, the parts of the window by name, and the small
 * language in which a lesson speaks of them (conditions, expressions, placeholders).
 */
package epsilonlab.lesson.fact;
