package epsilonlab.lesson.file;

import java.util.regex.Pattern;

/**
 * Hides formulas from the Markdown parser, which would take their asterisks and underscores for its
 * own: every character between dollar signs becomes a letter, so that lines and columns stay.
 */
final class FormulaMask {
  private static final Pattern DISPLAYED = Pattern.compile("\\$\\$[^$]+\\$\\$");
  private static final Pattern INLINE = Pattern.compile("\\$[^$]+\\$");

  private FormulaMask() {}

  static String of(String line) {
    return mask(INLINE, mask(DISPLAYED, line));
  }

  private static String mask(Pattern pattern, String line) {
    return pattern.matcher(line).replaceAll(found -> "x".repeat(found.group().length()));
  }
}
