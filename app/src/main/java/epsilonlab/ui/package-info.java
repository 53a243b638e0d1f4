/** The window: what every tab gets and gives, and the application that opens it. */
package epsilonlab.ui;
