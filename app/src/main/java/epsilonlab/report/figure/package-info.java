/**
 * Figures, described once and painted by one painter: the same {@link
 * epsilonlab.report.figure.Figure} goes to the screen, to PNG and to SVG through a {@link
 * epsilonlab.report.figure.Pen}, so that what is exported is what was seen. Needs no display.
 */
package epsilonlab.report.figure;
