package epsilonlab.generative;

/** What a generator minimises; D is the discriminator's probability of being real. */
public enum GeneratorLoss {
  /** -log D(G(z)), the non-saturating loss of Goodfellow et al. (2014), section 3. */
  NON_SATURATING("non-saturating", "\u2212log D(G(z))", 1, 1),
  /** log(1 - D(G(z))), the minimax game itself; its gradient vanishes while D is sure. */
  MINIMAX("minimax", "log(1 \u2212 D(G(z)))", 0, -1);

  private final String id;
  private final String title;
  private final double target;
  private final double sign;

  GeneratorLoss(String id, String title, double target, double sign) {
    this.id = id;
    this.title = title;
    this.target = target;
    this.sign = sign;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The formula. */
  public String title() {
    return title;
  }

  /** The target of the binary cross-entropy that it is, up to its {@link #sign}. */
  double target() {
    return target;
  }

  /** -1 where the cross-entropy is maximised. */
  double sign() {
    return sign;
  }
}
