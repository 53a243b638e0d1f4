/** The frame around the tabs: top bar, status bar, jobs, messages, shortcuts, help. */
package epsilonlab.ui.frame;
