/** The choice of a data set, which the status bar and the Train tab share. */
package epsilonlab.ui.data;
