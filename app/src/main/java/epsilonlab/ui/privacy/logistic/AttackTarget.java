package epsilonlab.ui.privacy.logistic;

/** Who is attacked on the page of stronger attacks. */
enum AttackTarget {
  LOGISTIC("Logistic regression"),
  MODEL("The model in use"),
  GAN("A GAN’s discriminator");

  private final String title;

  AttackTarget(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
