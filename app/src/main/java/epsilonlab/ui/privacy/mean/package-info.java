/** The part Gaussian mean: who was among those whose average was published? */
package epsilonlab.ui.privacy.mean;
