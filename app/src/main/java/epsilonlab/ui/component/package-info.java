/**
 * Components that tabs are built from. All of them live on the FX thread, take their colours from a
 * {@link epsilonlab.report.figure.FigureTheme} handed in, and do files and encoding elsewhere.
 */
package epsilonlab.ui.component;
