/**
 * A lecture in the window: moments that were prepared, their list, and the way through them while
 * presenting.
 */
package epsilonlab.ui.lecture;
