package epsilonlab.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests, as they name files. */
public final class Digests {
  private Digests() {}

  /** A SHA-256 that has seen nothing yet. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }
}
