/**
 * Capsules: one file that holds an experiment, a lecture or a lesson. What is read comes from
 * strangers: it is bounded, checked against its manifest, and never executed.
 */
package epsilonlab.report.capsule;
