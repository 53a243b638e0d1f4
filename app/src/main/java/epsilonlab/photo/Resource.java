package epsilonlab.photo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text files of this package. */
final class Resource {
  private Resource() {}

  /** The lines of one of them. */
  static List<String> lines(String name) {
    try (InputStream stream = Resource.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
