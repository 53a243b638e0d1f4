/** A student on the way through a lesson: what is met, guessed, revealed, kept and handed in. */
package epsilonlab.lesson.run;
