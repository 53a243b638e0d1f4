/**
 * Lessons in the window: the panel in place of the read column, what it covers and locks on the
 * tab, and the list to choose from.
 */
package epsilonlab.ui.lesson;
