package epsilonlab.report.handin;

import epsilonlab.report.handin.PdfFonts.Face;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks text of several styles into lines and writes them. */
final class PdfText {
  /** Height of a line in sizes of the font. */
  static final double LEADING = 1.42;

  // names_of_several_words are broken between these
  private static final Pattern WORD = Pattern.compile("[^\\s_]*_|\\S+\\s*|\\s+");
  private static final double SUBSCRIPT = 0.72;
  private static final double MATHS = 1.08;

  private final PdfFonts fonts;

  /** Letters of one style at a place in a line, in points. */
  private record Word(String text, RichText.Style style, double x) {}

  /** A line. */
  private record Line(List<Word> words) {}

  PdfText(PdfFonts fonts) {
    this.fonts = fonts;
  }

  /** A text that is broken into lines of some width. */
  final class Block {
    private final List<Line> lines = new ArrayList<>();
    private final double size;
    private final Face face;

    private Block(RichText text, Face face, double size, double width) {
      this.size = size;
      this.face = face;
      breakInto(text, width);
    }

    int count() {
      return lines.size();
    }

    double height() {
      return lines.size() * size * LEADING;
    }

    private void breakInto(RichText text, double width) {
      List<Word> line = new ArrayList<>();
      double x = 0;
      for (RichText.Run run : text.runs()) {
        String[] parts = run.text().split("\\R", -1);
        for (int i = 0; i < parts.length; i++) {
          if (i > 0) {
            lines.add(new Line(List.copyOf(line)));
            line.clear();
            x = 0;
          }
          Matcher matcher = WORD.matcher(parts[i]);
          while (matcher.find()) {
            for (String word : pieces(matcher.group(), run.style(), width)) {
              double needed = width(word.stripTrailing(), run.style());
              if (x > 0 && x + needed > width + 0.01) {
                lines.add(new Line(List.copyOf(line)));
                line.clear();
                x = 0;
              }
              line.add(new Word(word, run.style(), x));
              x += width(word, run.style());
            }
          }
        }
      }
      lines.add(new Line(List.copyOf(line)));
    }

    /** A word that is wider than the line in pieces that are not. */
    private List<String> pieces(String word, RichText.Style style, double width) {
      if (width(word.stripTrailing(), style) <= width) {
        return List.of(word);
      }
      List<String> pieces = new ArrayList<>();
      StringBuilder piece = new StringBuilder();
      for (int letter : word.codePoints().toArray()) {
        String longer = piece + Character.toString(letter);
        if (!piece.isEmpty() && width(longer, style) > width) {
          pieces.add(piece.toString());
          piece.setLength(0);
        }
        piece.appendCodePoint(letter);
      }
      pieces.add(piece.toString());
      return pieces;
    }

    private double width(String text, RichText.Style style) {
      return fonts.width(text, face(style)) * size(style);
    }

    private Face face(RichText.Style style) {
      return switch (style) {
        case PLAIN -> face;
        case BOLD -> Face.SEMIBOLD;
        case SYMBOL, SUBSCRIPT -> Face.MATHS;
      };
    }

    private double size(RichText.Style style) {
      return switch (style) {
        case PLAIN, BOLD -> size;
        case SYMBOL -> size * MATHS;
        case SUBSCRIPT -> size * SUBSCRIPT;
      };
    }

    /** Writes all lines on a page that has room for them. */
    void write(PdfPages pages, double right, int argb, boolean toTheRight, double width)
        throws IOException {
      for (int i = 0; i < lines.size(); i++) {
        writeLine(pages, i, right, i * size * LEADING, argb, toTheRight, width);
      }
    }

    /** Writes line by line, over several pages if need be, and fills them. */
    void flow(PdfPages pages, double right, int argb) throws IOException {
      for (int i = 0; i < lines.size(); i++) {
        pages.ensure(size * LEADING);
        writeLine(pages, i, right, 0, argb, false, 0);
        pages.fill(size * LEADING);
      }
    }

    private void writeLine(
        PdfPages pages,
        int index,
        double right,
        double down,
        int argb,
        boolean toTheRight,
        double width)
        throws IOException {
      Line line = lines.get(index);
      double end = 0;
      for (Word word : line.words()) {
        end = word.x() + width(word.text().stripTrailing(), word.style());
      }
      double shift = toTheRight ? width - end : 0;
      pages.stream()
          .setNonStrokingColor(
              (argb >> 16 & 255) / 255f, (argb >> 8 & 255) / 255f, (argb & 255) / 255f);
      for (Word word : line.words()) {
        if (word.text().isBlank()) {
          continue;
        }
        double drop = word.style() == RichText.Style.SUBSCRIPT ? size * 0.2 : 0;
        pages.stream().beginText();
        pages.stream()
            .newLineAtOffset(pages.x(right + shift + word.x()), pages.y(down + size + drop));
        fonts.show(pages.stream(), word.text(), face(word.style()), size(word.style()));
        pages.stream().endText();
      }
    }
  }

  /** Breaks a text into lines. */
  Block block(RichText text, Face face, double size, double width) {
    return new Block(text, face, size, width);
  }

  /** How wide words are that stand in one line. */
  double width(String words, Face face, double size) {
    return fonts.width(words, face) * size;
  }
}
