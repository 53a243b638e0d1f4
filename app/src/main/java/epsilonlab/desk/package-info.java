/**
 * The lab's folder as a whole: the models of a capsule brought into its library, and the folder put
 * into a known state. Command line and window use it alike.
 */
package epsilonlab.desk;
