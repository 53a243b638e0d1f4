package epsilonlab.report.handin;

import epsilonlab.report.figure.FigureFonts;
import epsilonlab.report.figure.TextStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of a PDF, all inside it: the lab's own, and for letters that these lack the one that
 * PDFBox brings along (Latin, Greek, Cyrillic, Hebrew). A letter that none has is a question mark.
 */
final class PdfFonts {
  private static final String SPARE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /** The lab's faces. */
  enum Face {
    REGULAR,
    SEMIBOLD,
    BOLD,
    MATHS;

    private TextStyle style() {
      return switch (this) {
        case REGULAR -> TextStyle.regular(1);
        case SEMIBOLD -> TextStyle.semibold(1);
        case BOLD -> TextStyle.bold(1);
        case MATHS -> TextStyle.maths(1);
      };
    }
  }

  private final PDDocument document;
  private final Map<Face, CffFont> faces = new EnumMap<>(Face.class);
  private PDType0Font spare;
  private TrueTypeFont spareFile;
  private CmapLookup spareGlyphs;

  PdfFonts(PDDocument document) {
    this.document = document;
  }

  /** The face that figures mean by a style. */
  static Face face(TextStyle style) {
    if (style.maths()) {
      return Face.MATHS;
    }
    return switch (style.weight()) {
      case REGULAR -> Face.REGULAR;
      case SEMIBOLD -> Face.SEMIBOLD;
      case BOLD -> Face.BOLD;
    };
  }

  private CffFont font(Face face) {
    return faces.computeIfAbsent(
        face,
        wanted -> {
          try {
            return CffFont.embed(document, bytes(FigureFonts.resource(wanted.style())));
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
        });
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = PdfFonts.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }

  private void loadSpare() throws IOException {
    if (spare == null) {
      spareFile = new TTFParser().parse(new RandomAccessReadBuffer(bytes(SPARE)));
      spareGlyphs = spareFile.getUnicodeCmapLookup();
      spare = PDType0Font.load(document, spareFile, true);
    }
  }

  /** Letters of one font. */
  private record Piece(PDFont font, String text, double width) {}

  private List<Piece> pieces(String text, Face face) {
    CffFont own = font(face);
    List<Piece> pieces = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    PDFont current = own;
    double width = 0;
    try {
      for (int letter : text.codePoints().map(PdfFonts::printable).toArray()) {
        int shown = letter;
        PDFont next = own;
        if (!own.has(letter)) {
          loadSpare();
          boolean has = spareGlyphs.getGlyphId(letter) > 0;
          next = has ? spare : own;
          shown = has ? letter : '?';
        }
        if (next != current) {
          add(pieces, current, letters, width);
          width = 0;
          current = next;
        }
        letters.appendCodePoint(shown);
        width += next == own ? own.width(shown) : spareWidth(shown);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    add(pieces, current, letters, width);
    return pieces;
  }

  private static void add(List<Piece> pieces, PDFont font, StringBuilder letters, double width) {
    if (!letters.isEmpty()) {
      pieces.add(new Piece(font, letters.toString(), width));
      letters.setLength(0);
    }
  }

  private double spareWidth(int letter) throws IOException {
    return spareFile.getAdvanceWidth(spareGlyphs.getGlyphId(letter))
        / (double) spareFile.getUnitsPerEm();
  }

  private static int printable(int letter) {
    return Character.isISOControl(letter) || letter == 0xa0 ? ' ' : letter;
  }

  /** How wide a text is, in sizes of the font. */
  double width(String text, Face face) {
    return pieces(text, face).stream().mapToDouble(Piece::width).sum();
  }

  /** Writes a text at the place that the stream's text matrix says; between begin and end. */
  void show(PDPageContentStream stream, String text, Face face, double size) throws IOException {
    for (Piece piece : pieces(text, face)) {
      stream.setFont(piece.font(), (float) size);
      stream.showText(piece.text());
    }
  }
}
