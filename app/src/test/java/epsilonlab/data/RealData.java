package epsilonlab.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real data lies: {@code -Depsilonlab.data=DIR}, or shared/data in a folder above. */
public final class RealData {
  private RealData() {}

  /** The folder that holds mnist/ and fashion-mnist/; without it the test is skipped, loudly. */
  public static Path folder() {
    String named = System.getProperty("epsilonlab.data");
    Path found = named != null ? Path.of(named) : null;
    for (Path above = Path.of("").toAbsolutePath(); found == null && above != null; ) {
      Path candidate = above.resolve("shared/data");
      found = Files.isDirectory(candidate.resolve("mnist")) ? candidate : null;
      above = above.getParent();
    }
    boolean there = found != null && Files.isDirectory(found.resolve("mnist"));
    if (!there) {
      System.getLogger(RealData.class.getName())
          .log(System.Logger.Level.WARNING, "SKIPPED a test that needs the real data");
    }
    assumeTrue(
        there,
        "SKIPPED: the real data is not in ../shared/data; name its folder with"
            + " -Depsilonlab.data=DIR");
    return found;
  }
}
