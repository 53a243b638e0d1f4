package epsilonlab.generative;

/** What a generator minimises; D is the discriminator's probability of being real. */
public enum GeneratorLoss {
  /** -log D(G(z)), the non-saturating loss of Goodfellow et al. (2014), section 3. */
  NON_SATURATING("non-saturating", "\u2212log D(G(z))"),
  /** log(1 - D(G(z))), the minimax game itself; its gradient vanishes while D is sure. */
  MINIMAX("minimax", "log(1 \u2212 D(G(z)))");

  private final String id;
  private final String title;

  GeneratorLoss(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The formula. */
  public String title() {
    return title;
  }
}
