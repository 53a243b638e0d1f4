package epsilonlab.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * A formula typeset by JLaTeXMath as a picture with a transparent ground.
 *
 * @param width in pixels
 * @param height in pixels
 * @param baseline pixels from the upper edge to the base line
 * @param argb {@code width * height} pixels, row by row; nobody may change them
 */
public record FormulaImage(int width, int height, double baseline, int[] argb) {
  private static final int MARGIN = 2;

  /**
   * Typesets a formula; the first one loads fonts for half a second. Not for the FX thread; from
   * several threads one behind the other.
   *
   * @param tex in LaTeX, without dollar signs
   * @param size of a letter, in pixels of the picture
   * @param ink ARGB colour
   * @throws IllegalArgumentException if the formula is not well formed
   */
  public static synchronized FormulaImage of(String tex, double size, int ink) {
    TeXIcon icon;
    try {
      TeXFormula formula = new TeXFormula(tex);
      icon =
          formula.new TeXIconBuilder()
              .setStyle(TeXConstants.STYLE_DISPLAY)
              .setSize((float) size)
              .setFGColor(new Color(ink, true))
              .build();
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException("not a formula: " + tex, malformed);
    }
    // room for smoothed edges only; the usual insets grow with the size
    icon.setInsets(new Insets(MARGIN, MARGIN, MARGIN, MARGIN), true);
    int width = Math.max(1, icon.getIconWidth());
    int height = Math.max(1, icon.getIconHeight());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      icon.paintIcon(null, graphics, 0, 0);
    } finally {
      graphics.dispose();
    }
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    return new FormulaImage(width, height, (double) icon.getBaseLine() * height, argb);
  }
}
