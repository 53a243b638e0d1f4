/**
 * Training with differential privacy: DP-SGD (Abadi et al., 2016), and the accountant that says
 * what it costs.
 */
package epsilonlab.privacy.dpsgd;
