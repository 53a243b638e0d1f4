/** What lies above a tab: covers over what shall not be seen yet, locks on what is set. */
package epsilonlab.ui.cover;
