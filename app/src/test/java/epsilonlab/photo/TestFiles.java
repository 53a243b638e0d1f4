package epsilonlab.photo;

import epsilonlab.engine.Compute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

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

  /**
   * A network that returns the first six colour values as numbers of another type, written as
   * {@code torch.jit.save} would.
   *
   * @param type PyTorch's number of it
   */
  static byte[] archive(int type) throws IOException {
    String code =
        """
        class Network(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          _is_full_backward_hook : Optional[bool]
          def forward(self, x: Tensor) -> Tensor:
            flat = torch.flatten(x, 1, -1)
            return torch.to(torch.slice(flat, 1, 0, 6, 1), TYPE, False, False, None)
        """
            .replace("TYPE", Integer.toString(type));
    // protocol 2: an object of class __torch__.Network with its two fixed fields
    String object =
        "\u0080\u0002c__torch__\nNetwork\n)\u0081}(X\b\0\0\0training\u0088"
            + "X\u0016\0\0\0_is_full_backward_hookNub.";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "data.pkl", object);
      put(zip, "code/__torch__.py", code);
      put(zip, "constants.pkl", "\u0080\u0002).");
      put(zip, "version", "3\n");
      put(zip, "byteorder", "little");
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry("network/" + name));
    zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
    zip.closeEntry();
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
