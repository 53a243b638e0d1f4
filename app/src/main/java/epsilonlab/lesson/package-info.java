/**
 * Lessons: what one is made of, those that the lab brings along and those in a folder. Without a
 * window; {@code .fact} is what a lesson sees of the lab, {@code .file} reads lesson files, {@code
 * .run} is a student on the way through one.
 */
package epsilonlab.lesson;
