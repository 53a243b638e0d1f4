package epsilonlab.report.capsule;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What entries of a capsule may be called. */
final class EntryName {
  static final String MANIFEST = "manifest.json";

  private static final int LONGEST = 120;
  private static final Pattern PLACES =
      Pattern.compile(
          "manifest\\.json|results/result\\.json"
              + "|weights/[A-Za-z0-9][A-Za-z0-9._-]*\\.safetensors"
              + "|report/[A-Za-z0-9][A-Za-z0-9._-]*\\.(png|json)");
  private static final Pattern DEVICES =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private static final Set<String> FOLDERS = Set.of("weights/", "report/", "results/");

  private EntryName() {}

  /**
   * Checks a name before anything of the entry is read.
   *
   * @throws CapsuleFault if it leads out of the capsule, or is none that the lab writes
   */
  static void check(String name) {
    String shown = "'" + CapsuleFault.shown(name) + "'";
    if (name.length() > LONGEST) {
      throw new CapsuleFault("has an entry with a name of more than 120 letters, " + shown);
    }
    if (name.indexOf('\\') >= 0) {
      throw new CapsuleFault("has an entry with a backslash in its name, " + shown);
    }
    if (name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*")) {
      throw new CapsuleFault("has an entry with an absolute path, " + shown);
    }
    if (name.contains("..")) {
      throw new CapsuleFault("has an entry that leads out of its folder, " + shown);
    }
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (!PLACES.matcher(name).matches() || DEVICES.matcher(last).matches()) {
      throw new CapsuleFault("has an entry that belongs to no capsule, " + shown);
    }
  }

  /** Whether it is one of the folders, which many zip programs list as well. */
  static boolean isFolder(String name) {
    return FOLDERS.contains(name);
  }

  /** A name of one's own made fit for an entry, as in {@code My net} to {@code My-net}. */
  static String fit(String name) {
    String fit =
        name.replaceAll("[^A-Za-z0-9._-]+", "-")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^[^A-Za-z0-9]+", "");
    String brief = fit.length() > 60 ? fit.substring(0, 60) : fit;
    boolean usable = !brief.isEmpty() && !DEVICES.matcher(brief).matches();
    return usable ? brief : "file" + Integer.toHexString(name.hashCode()).toLowerCase(Locale.ROOT);
  }
}
