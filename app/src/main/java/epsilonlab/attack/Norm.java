package epsilonlab.attack;

/** How the size of a perturbation is measured, and so what epsilon means. */
public enum Norm {
  /** The largest change of a pixel, at most 1. */
  LINF("l∞", "linf", "the largest change of a pixel") {
    @Override
    public double most(long pixels) {
      return 1;
    }
  },
  /** The Euclidean length. */
  L2("l2", "l2", "the length of the change") {
    @Override
    public double most(long pixels) {
      return Math.sqrt(pixels);
    }
  },
  /** The number of changed pixels. */
  L0("l0", "l0", "the number of changed pixels") {
    @Override
    public double most(long pixels) {
      return pixels;
    }
  };

  private final String symbol;
  private final String id;
  private final String meaning;

  Norm(String symbol, String id, String meaning) {
    this.symbol = symbol;
    this.id = id;
    this.meaning = meaning;
  }

  /** "l∞". */
  public String symbol() {
    return symbol;
  }

  /** The name in result documents: "linf". */
  public String id() {
    return id;
  }

  /** "the largest change of a pixel". */
  public String meaning() {
    return meaning;
  }

  /** The norm of a change from all-black to all-white: no perturbation inside [0, 1] is larger. */
  public abstract double most(long pixels);
}
