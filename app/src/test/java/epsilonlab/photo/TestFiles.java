package epsilonlab.photo;

import epsilonlab.engine.Compute;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The networks and pictures in the test resources; their README says how they were made. */
public final class TestFiles {
  /** The names of the small networks' classes: an elephant's three labels and three others. */
  public static final ClassNames NAMES =
      new ClassNames(
          "six names",
          List.of(
              "tusker", "African_elephant", "tabby", "pizza", "bullet_train", "Indian_elephant"));

  private TestFiles() {}

  /** The path of one of them. */
  public static Path path(String name) {
    try {
      return Path.of(TestFiles.class.getResource("/epsilonlab/photo/" + name).toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The small network. */
  public static PhotoNetwork small(Compute compute) {
    return load(compute, "small.pt", Normalization.NONE);
  }

  static PhotoNetwork load(Compute compute, String name, Normalization normalization) {
    return PhotoNetwork.load(compute, NetworkFile.read(path(name)), normalization, NAMES);
  }

  /** The picture that {@code make_files.py} calls picture(width, height). */
  public static Picture picture(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          rgb[3 * (y * width + x) + c] = (byte) (x * x / 7 + 5 * y * (c + 1) + x * y / 11);
        }
      }
    }
    return new Picture(width, height, rgb, "");
  }

  /** A photo of that picture. */
  public static Photo photo() {
    return Photo.of("pattern", picture(Photo.SIDE, Photo.SIDE));
  }
}
