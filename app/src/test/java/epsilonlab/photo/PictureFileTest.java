package epsilonlab.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of pictures, and what is none. The expected values are Pillow's (make_files.py). */
class PictureFileTest {
  @TempDir Path folder;

  private static Picture read(String name) {
    return PictureFile.read(TestFiles.path(name));
  }

  private String complaint(Path file) {
    String sentence = assertThrows(LabException.class, () -> PictureFile.read(file)).getMessage();
    assertTrue(sentence.endsWith("."), sentence);
    assertTrue(sentence.contains(file.toString()), sentence);
    return sentence;
  }

  @Test
  void greyStaysAsItIs() {
    Picture colours = TestFiles.picture(40, 24);
    for (String name : new String[] {"grey.png", "grey16.png"}) {
      Picture grey = read(name);
      for (int channel = 0; channel < 3; channel++) {
        assertEquals(colours.value(13, 7, 0), grey.value(13, 7, channel), name);
        assertEquals(colours.value(39, 23, 0), grey.value(39, 23, channel), name);
      }
    }
    Picture bits = read("bits.png");
    assertEquals(colours.value(13, 7, 0) > 127 ? 255 : 0, bits.value(13, 7, 1));
    // decoders of JPEG may differ by rounding
    assertEquals(19, read("grey.jpg").value(5, 3, 0), 2);
    assertEquals(25, read("grey.jpg").value(30, 20, 0), 2);
  }

  @Test
  void paletteIsLookedUp() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(read("palette.png").rgb());
    assertEquals(
        "4042d116e9f6450f94cdac11bd2b8c547adf6f3e208a435c35dbe694c5923e5a",
        HexFormat.of().formatHex(digest));
  }

  @Test
  void transparencyLiesOnWhiteAndIsSaid() {
    Picture colours = TestFiles.picture(40, 24);
    Picture picture = read("alpha.png");
    assertEquals(colours.value(19, 5, 1), picture.value(19, 5, 1));
    // a fifth of the colour, four fifths of white
    assertEquals(colours.value(20, 5, 1) * 0.2 + 255 * 0.8, picture.value(20, 5, 1), 0.51);
    assertTrue(picture.remark().contains("transparent"));
    assertEquals(colours, read("opaque.png"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 48, RGBW", "2, 48, GRWB", "3, 48, WBGR", "4, 48, BWRG",
    "5, 32, RBGW", "6, 32, BRWG", "7, 32, WGBR", "8, 32, GWRB"
  })
  void standsUpright(int held, int width, String corners) {
    Picture picture = read("held-" + held + ".jpg");
    assertEquals(width, picture.width());
    assertEquals(80 - width, picture.height());
    StringBuilder seen = new StringBuilder();
    for (int y : new int[] {picture.height() / 4, 3 * picture.height() / 4}) {
      for (int x : new int[] {width / 4, 3 * width / 4}) {
        seen.append(colour(picture, x, y));
      }
    }
    assertEquals(corners, seen.toString());
  }

  private static char colour(Picture picture, int x, int y) {
    int[] rgb = {picture.value(x, y, 0), picture.value(x, y, 1), picture.value(x, y, 2)};
    if (Arrays.stream(rgb).min().orElseThrow() > 128) {
      return 'W';
    }
    return "RGB".charAt(rgb[0] > 128 ? 0 : rgb[1] > 128 ? 1 : 2);
  }

  @Test
  void cmykIsForPrint() {
    assertTrue(complaint(TestFiles.path("cmyk.jpg")).contains("CMYK"));
  }

  @Test
  void otherFilesAreNoPictures() throws IOException {
    Path text = folder.resolve("text.png");
    Files.writeString(text, "not a picture");
    assertTrue(complaint(text).contains("not a JPEG or PNG"));
    assertTrue(complaint(TestFiles.path("picture.gif")).contains("not a JPEG or PNG"));
    Path empty = Files.createFile(folder.resolve("empty.jpg"));
    assertTrue(complaint(empty).contains("not a JPEG or PNG"));
    assertTrue(complaint(folder.resolve("missing.jpg")).contains("path"));
    assertTrue(complaint(folder).contains("path"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha.png", "grey.png", "palette.png", "held-6.jpg", "cmyk.jpg"})
  void cutOffFilesAreDamagedOrReadAsFarAsTheyGo(String name) throws IOException {
    byte[] all = Files.readAllBytes(TestFiles.path(name));
    for (int length = 4; length < all.length; length += 37) {
      byte[] part = Arrays.copyOf(all, length);
      try {
        PictureFile.read(part, "cut.png");
      } catch (LabException sentence) {
        assertTrue(sentence.getMessage().startsWith("cut.png "), sentence.getMessage());
      }
    }
  }

  @Test
  void tooSmallAndTooLargeAreSaid() throws IOException {
    Path dot = folder.resolve("dot.png");
    ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", dot.toFile());
    assertTrue(complaint(dot).contains("1 x 1 pixels"));
    Path huge = folder.resolve("huge.png");
    ImageIO.write(
        new BufferedImage(8000, 6250, BufferedImage.TYPE_BYTE_BINARY), "png", huge.toFile());
    assertTrue(complaint(huge).contains("50 megapixels"));
  }

  /** Shorter side 224, it would be 4 million pixels long. */
  @Test
  void threadsAreRefusedAndPanoramasTaken() throws IOException {
    Path thread = folder.resolve("thread.png");
    ImageIO.write(
        new BufferedImage(16, 300_000, BufferedImage.TYPE_BYTE_BINARY), "png", thread.toFile());
    assertTrue(complaint(thread).contains("too long and thin"));
    for (int[] size : new int[][] {{800, 16}, {16, 800}}) {
      Path panorama = folder.resolve("panorama.png");
      ImageIO.write(
          new BufferedImage(size[0], size[1], BufferedImage.TYPE_BYTE_BINARY),
          "png",
          panorama.toFile());
      assertEquals(Photo.SIDE, Photo.read(panorama).picture().width());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha.png", "grey16.png", "palette.png", "held-6.jpg", "grey.jpg"})
  void damagedBytesAreSaidInASentence(String name) throws IOException {
    byte[] all = Files.readAllBytes(TestFiles.path(name));
    for (int at = 8; at < Math.min(all.length, 700); at++) {
      byte[] broken = all.clone();
      broken[at] ^= (byte) 0xff;
      try {
        PictureFile.read(broken, "broken");
      } catch (LabException sentence) {
        assertTrue(sentence.getMessage().endsWith("."), sentence.getMessage());
      }
    }
  }

  @Test
  void damagedOrientationIsPassedOver() throws IOException {
    byte[] jpeg = Files.readAllBytes(TestFiles.path("held-6.jpg"));
    assertEquals(Orientation.ON_ITS_LEFT, Orientation.of(jpeg));
    // the contents of its EXIF part, which begins here
    for (int at = 24; at < 56; at++) {
      byte[] broken = jpeg.clone();
      broken[at] ^= (byte) 0xff;
      Picture picture = PictureFile.read(broken, "broken");
      assertEquals(80, picture.width() + picture.height());
    }
  }
}
