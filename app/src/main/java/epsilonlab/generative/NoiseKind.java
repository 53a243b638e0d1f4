package epsilonlab.generative;

import java.util.SplittableRandom;

/** What spoils an image before an autoencoder restores it. */
public enum NoiseKind {
  /** Adds N(0, size^2) to every pixel; nothing is cut off, as in the exercise. */
  GAUSSIAN("gaussian", "Gaussian", 10) {
    @Override
    void spoil(float[] pixels, double size, SplittableRandom random) {
      float deviation = (float) size;
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] += deviation * (float) random.nextGaussian();
      }
    }
  },
  /** Makes this part of the pixels black or white, with equal chances. */
  SALT_AND_PEPPER("salt-and-pepper", "Salt and pepper", 1) {
    @Override
    void spoil(float[] pixels, double size, SplittableRandom random) {
      for (int i = 0; i < pixels.length; i++) {
        double u = random.nextDouble();
        if (u < size) {
          pixels[i] = u < size / 2 ? 0 : 1;
        }
      }
    }
  },
  /** Makes this part of the pixels black. */
  MASKING("masking", "Masking", 1) {
    @Override
    void spoil(float[] pixels, double size, SplittableRandom random) {
      for (int i = 0; i < pixels.length; i++) {
        if (random.nextDouble() < size) {
          pixels[i] = 0;
        }
      }
    }
  };

  private final String id;
  private final String title;
  private final double most;

  NoiseKind(String id, String title, double most) {
    this.id = id;
    this.title = title;
    this.most = most;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The name on the screen. */
  public String title() {
    return title;
  }

  /** The largest size that makes sense; the smallest is 0. */
  public double most() {
    return most;
  }

  abstract void spoil(float[] pixels, double size, SplittableRandom random);
}
