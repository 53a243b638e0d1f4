package epsilonlab.privacy.mean;

/** What the attacker computes of a person z and the published p; members tend to have more. */
public enum MeanScore {
  /** &lt;z, p&gt;, as in the exercise. */
  PRODUCT("product") {
    @Override
    Trial of(Trial products) {
      return products;
    }
  },
  /**
   * &lt;z, p&gt; / |p|, the component of z in the direction of p. It orders the people of one
   * publication as the product does, but its scale does not depend on how long p happens to be: a
   * non-member's is standard normal, so a threshold serves other publications as well.
   */
  PROJECTION("projection") {
    @Override
    Trial of(Trial products) {
      double norm = products.norm();
      return new Trial(norm, over(products.members(), norm), over(products.others(), norm));
    }
  };

  private final String id;

  MeanScore(String id) {
    this.id = id;
  }

  /** The name in results. */
  public String id() {
    return id;
  }

  /** The scores of a repeat of which the products are known. */
  abstract Trial of(Trial products);

  private static double[] over(double[] values, double norm) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      // p of length 0 tells nobody apart
      scaled[i] = norm == 0 ? 0 : values[i] / norm;
    }
    return scaled;
  }
}
