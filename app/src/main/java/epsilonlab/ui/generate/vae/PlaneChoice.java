package epsilonlab.ui.generate.vae;

import epsilonlab.generative.LatentPlane;

/**
 * Which plane of the latent space the map shows.
 *
 * @param x a dimension from 0, or {@link #PRINCIPAL}
 * @param y another dimension; does not count for principal axes
 */
record PlaneChoice(int x, int y) {
  /** The two directions in which the test set varies most. */
  static final int PRINCIPAL = -1;

  static final PlaneChoice AXES = new PlaneChoice(PRINCIPAL, PRINCIPAL);

  /** The plane; principal axes where the space lacks a dimension that was chosen in another. */
  LatentPlane of(float[] means, int latent) {
    return fits(latent)
        ? LatentPlane.dimensions(latent, x, y)
        : LatentPlane.principal(means, latent);
  }

  private boolean fits(int latent) {
    return x >= 0 && y >= 0 && x < latent && y < latent && x != y;
  }

  /** The name of an axis, with symbols between dollar signs. */
  String axisName(int axis, int latent) {
    int dimension = axis == 0 ? x : y;
    if (fits(latent)) {
      return "$z_" + (dimension + 1) + "$";
    }
    return latent <= 2 ? "$z_" + (axis + 1) + "$" : axis == 0 ? "1st axis" : "2nd axis";
  }
}
