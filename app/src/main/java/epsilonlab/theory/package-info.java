/**
 * Theorems that can be touched: what a drawing needs of each (closed forms, solvers, curves), and a
 * check on random instances against an independent way. A package a theorem; {@link
 * epsilonlab.theory.Theorems#ALL} lists them.
 */
package epsilonlab.theory;
