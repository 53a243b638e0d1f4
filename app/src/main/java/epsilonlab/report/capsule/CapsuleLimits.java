package epsilonlab.report.capsule;

/** How large what a stranger sends may be. */
final class CapsuleLimits {
  /** Bytes of the file. */
  static final long FILE = 128L << 20;

  /** Entries of the zip. */
  static final int ENTRIES = 1_000;

  /** Unpacked bytes of one entry. */
  static final long ENTRY = 128L << 20;

  /** Unpacked bytes of all of them. */
  static final long UNPACKED = 256L << 20;

  /** How many bytes one may become in a large entry; images and weights hardly shrink. */
  static final int RATIO = 200;

  /** Entries below this many bytes may shrink as they like. */
  static final int RATIO_FROM = 32 << 20;

  /** Bytes of a JSON text. */
  static final int JSON = 64 << 20;

  /** How deep JSON may nest. */
  static final int DEPTH = 24;

  /** Values in a JSON text. */
  static final int VALUES = 3_000_000;

  /** Letters of one text in JSON. */
  static final int TEXT = 1 << 20;

  /** Numbers of a command's result, and of all that the window showed. */
  static final int NUMBERS = 500_000;

  /** Moments of a lecture. */
  static final int MOMENTS = 500;

  /** Results that the window showed. */
  static final int SHOWN = 50;

  /** Options of an experiment, and values of one. */
  static final int OPTIONS = 100;

  /** Letters of a title, a name or the value of an option. */
  static final int WORDS = 4_000;

  private CapsuleLimits() {}
}
