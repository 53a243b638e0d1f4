package epsilonlab.defence.purify;

/** Who attacks what. */
public enum PurifierSetting {
  /** The attack on the classifier alone, which answers alone. */
  UNDEFENDED("undefended", "no defence"),
  /** The very same images, restored before the classifier sees them. */
  PLAIN("plain", "plain attack"),
  /** The attack on purifier and classifier together. */
  ADAPTIVE("adaptive", "attacker knows of it");

  private final String id;
  private final String title;

  PurifierSetting(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name in results. */
  public String id() {
    return id;
  }

  /** The name in charts. */
  public String title() {
    return title;
  }
}
