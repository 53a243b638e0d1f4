/**
 * Drawings of the plane: what is seen is described by marks in the plane's own units, and painted
 * as every other figure.
 */
package epsilonlab.report.figure.plane;
