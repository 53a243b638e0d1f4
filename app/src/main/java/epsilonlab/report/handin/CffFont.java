package epsilonlab.report.handin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A bundled font inside a PDF. PDFBox embeds TrueType only, and the lab's fonts have PostScript
 * outlines; so the dictionaries are made here: the outlines as {@code CIDFontType0C}, whose
 * characters are glyph numbers, their widths, and what each stands for in Unicode (PDF 1.7, 9.7).
 */
final class CffFont extends PDType0Font {
  private static final int MOST_IN_A_BLOCK = 100;
  private static final int EM = 1000;

  private final OpenTypeFont font;
  private final CmapLookup glyphs;

  private CffFont(COSDictionary dictionary, OpenTypeFont font) throws IOException {
    super(dictionary);
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
  }

  /** Puts a font into a document. */
  static CffFont embed(PDDocument document, byte[] otf) throws IOException {
    OpenTypeFont font = new OTFParser().parse(new RandomAccessReadBuffer(otf));
    COSDictionary outer = new COSDictionary();
    outer.setItem(COSName.TYPE, COSName.FONT);
    outer.setItem(COSName.SUBTYPE, COSName.TYPE0);
    outer.setName(COSName.BASE_FONT, font.getName());
    outer.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    COSArray descendants = new COSArray();
    descendants.add(descendant(document, font));
    outer.setItem(COSName.DESCENDANT_FONTS, descendants);
    outer.setItem(COSName.TO_UNICODE, stream(document, toUnicode(font), null));
    return new CffFont(outer, font);
  }

  private static COSDictionary descendant(PDDocument document, OpenTypeFont font)
      throws IOException {
    COSDictionary inner = new COSDictionary();
    inner.setItem(COSName.TYPE, COSName.FONT);
    inner.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    inner.setName(COSName.BASE_FONT, font.getName());
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);
    inner.setItem(COSName.CIDSYSTEMINFO, system);
    COSArray widths = new COSArray();
    for (int glyph = 0; glyph < font.getNumberOfGlyphs(); glyph++) {
      widths.add(new COSFloat((float) width(font, glyph) * EM));
    }
    COSArray fromTheFirst = new COSArray();
    fromTheFirst.add(COSInteger.ZERO);
    fromTheFirst.add(widths);
    inner.setItem(COSName.W, fromTheFirst);
    inner.setItem(COSName.FONT_DESC, descriptor(document, font).getCOSObject());
    return inner;
  }

  private static PDFontDescriptor descriptor(PDDocument document, OpenTypeFont font)
      throws IOException {
    PDFontDescriptor descriptor = new PDFontDescriptor(new COSDictionary());
    descriptor.getCOSObject().setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setFontName(font.getName());
    descriptor.setNonSymbolic(true);
    descriptor.setItalicAngle(font.getPostScript().getItalicAngle());
    float scale = EM / (float) font.getUnitsPerEm();
    descriptor.setAscent(font.getHorizontalHeader().getAscender() * scale);
    descriptor.setDescent(font.getHorizontalHeader().getDescender() * scale);
    descriptor.setCapHeight(font.getOS2Windows().getCapHeight() * scale);
    descriptor.setStemV(80);
    descriptor.setFontBoundingBox(
        new org.apache.pdfbox.pdmodel.common.PDRectangle(
            font.getHeader().getXMin() * scale,
            font.getHeader().getYMin() * scale,
            (font.getHeader().getXMax() - font.getHeader().getXMin()) * scale,
            (font.getHeader().getYMax() - font.getHeader().getYMin()) * scale));
    byte[] outlines = font.getTableBytes(font.getTableMap().get("CFF "));
    descriptor
        .getCOSObject()
        .setItem(COSName.FONT_FILE3, stream(document, outlines, "CIDFontType0C"));
    return descriptor;
  }

  private static COSStream stream(PDDocument document, byte[] bytes, String subtype)
      throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    if (subtype != null) {
      stream.setName(COSName.SUBTYPE, subtype);
    }
    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(bytes);
    }
    return stream;
  }

  private static byte[] toUnicode(OpenTypeFont font) throws IOException {
    CmapLookup glyphs = font.getUnicodeCmapLookup();
    Map<Integer, Integer> letters = new TreeMap<>();
    for (int letter = ' '; letter <= 0xffff; letter++) {
      int glyph = glyphs.getGlyphId(letter);
      if (glyph > 0) {
        letters.putIfAbsent(glyph, letter);
      }
    }
    StringBuilder text = new StringBuilder();
    text.append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
        .append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
        .append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
        .append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    int written = 0;
    for (Map.Entry<Integer, Integer> entry : letters.entrySet()) {
      int left = letters.size() - written;
      if (written % MOST_IN_A_BLOCK == 0) {
        text.append(Math.min(MOST_IN_A_BLOCK, left)).append(" beginbfchar\n");
      }
      text.append("<%04X> <%04X>%n".formatted(entry.getKey(), entry.getValue()));
      written++;
      if (written % MOST_IN_A_BLOCK == 0 || left == 1) {
        text.append("endbfchar\n");
      }
    }
    text.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static double width(OpenTypeFont font, int glyph) throws IOException {
    return font.getAdvanceWidth(glyph) / (double) font.getUnitsPerEm();
  }

  /** Whether the font has this letter. */
  boolean has(int letter) {
    return glyphs.getGlyphId(letter) > 0;
  }

  /** How wide a letter is, in sizes of the font. */
  double width(int letter) throws IOException {
    return width(font, glyphs.getGlyphId(letter));
  }

  @Override
  protected byte[] encode(int letter) {
    int glyph = glyphs.getGlyphId(letter);
    return new byte[] {(byte) (glyph >> 8), (byte) glyph};
  }
}
