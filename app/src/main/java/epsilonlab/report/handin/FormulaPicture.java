package epsilonlab.report.handin;

import epsilonlab.report.PngFiles;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.FormulaImage;
import java.awt.image.BufferedImage;
import java.util.regex.Pattern;

/** A formula as a picture, fine enough for paper. */
public final class FormulaPicture {
  /** Of a letter, in logical pixels. */
  private static final double SIZE = 15;

  /** Pixels for one logical pixel: 384 an inch on paper. */
  private static final double FINE = 4;

  /** What the typesetter would read from the disk, or define anew. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\\\(includegraphics|input|include|jlm[A-Za-z]*|newcommand|renewcommand|newenvironment"
              + "|renewenvironment|DeclareMathSizes|magnification|def|makeatletter)");

  private FormulaPicture() {}

  /**
   * Typesets a formula in dark ink on a transparent ground.
   *
   * @param latex without dollar signs
   * @return a picture, or the formula's text where it is not well formed or reaches for files
   */
  public static ReportBlock of(String latex) {
    if (FORBIDDEN.matcher(latex).find()) {
      return source(latex);
    }
    FormulaImage formula;
    try {
      formula = FormulaImage.of(latex, SIZE * FINE, FigureTheme.LIGHT.ink());
    } catch (IllegalArgumentException malformed) {
      return source(latex);
    }
    BufferedImage image =
        new BufferedImage(formula.width(), formula.height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, formula.width(), formula.height(), formula.argb(), 0, formula.width());
    return new ReportBlock.Picture(PngFiles.encode(image), formula.width() / FINE, "", latex);
  }

  private static ReportBlock source(String latex) {
    return new ReportBlock.Paragraph(RichText.plain(latex));
  }
}
