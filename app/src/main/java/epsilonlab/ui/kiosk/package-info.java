/** A window that anyone may touch: nothing is kept, and it comes back to its beginning. */
package epsilonlab.ui.kiosk;
