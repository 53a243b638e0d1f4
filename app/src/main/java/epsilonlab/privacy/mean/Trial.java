package epsilonlab.privacy.mean;

/**
 * The scores of one repeat: &lt;z, published mean&gt; for every member and as many non-members.
 *
 * @param norm length of the published mean, with its noise
 * @param members scores of those in the mean
 * @param others scores of fresh draws
 */
record Trial(double norm, double[] members, double[] others) {}
