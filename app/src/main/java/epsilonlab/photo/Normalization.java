package epsilonlab.photo;

/** How a network wants the colours, which are in [0, 1]; the user says it, it is never guessed. */
public enum Normalization {
  /** As they are: the network scales them inside. */
  NONE("none", new float[] {0, 0, 0}, new float[] {1, 1, 1}),
  /** Minus the mean and over the standard deviation of ImageNet, as torchvision's networks. */
  IMAGENET("imagenet", new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f});

  private final String id;
  private final float[] mean;
  private final float[] deviation;

  Normalization(String id, float[] mean, float[] deviation) {
    this.id = id;
    this.mean = mean;
    this.deviation = deviation;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** What is subtracted from red, green and blue. */
  float[] mean() {
    return mean;
  }

  /** What they are divided by then. */
  float[] deviation() {
    return deviation;
  }
}
