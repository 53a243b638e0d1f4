/** Fonts, colours and stylesheets. */
package epsilonlab.ui.theme;
