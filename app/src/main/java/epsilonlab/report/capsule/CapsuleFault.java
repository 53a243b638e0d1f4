package epsilonlab.report.capsule;

/** Why a capsule is not opened; the message goes on after "it". */
final class CapsuleFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  CapsuleFault(String what) {
    super(what);
  }

  CapsuleFault(String what, Throwable cause) {
    super(what, cause);
  }

  /** A stranger's text, short and harmless enough for a sentence. */
  static String shown(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "...";
  }
}
