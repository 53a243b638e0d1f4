package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class GifFilesTest {
  private record Frame(BufferedImage picture, IIOMetadataNode metadata) {
    IIOMetadataNode only(String name) {
      return (IIOMetadataNode) metadata.getElementsByTagName(name).item(0);
    }
  }

  private static List<Frame> read(byte[] bytes) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    List<Frame> frames = new ArrayList<>();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in);
      for (int i = 0; i < reader.getNumImages(true); i++) {
        frames.add(
            new Frame(
                reader.read(i),
                (IIOMetadataNode)
                    reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0")));
      }
    } finally {
      reader.dispose();
    }
    return frames;
  }

  private static BufferedImage plain(int width, int height, int rgb) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, rgb);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }

  @Test
  void framesComeBackInOrderWithTheirGreysAndTimes() throws IOException {
    BufferedImage ramp = new BufferedImage(256, 3, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 256; x++) {
      for (int y = 0; y < 3; y++) {
        ramp.setRGB(x, y, x << 16 | x << 8 | x);
      }
    }
    List<Frame> frames =
        read(
            GifFiles.animation(
                List.of(plain(256, 3, 0xffffff), ramp, plain(256, 3, 0xff0000)), 25, 200));
    assertEquals(3, frames.size());
    for (Frame frame : frames) {
      assertEquals(256, frame.picture().getWidth());
      assertEquals(3, frame.picture().getHeight());
    }
    assertEquals(0xffffffff, frames.get(0).picture().getRGB(7, 1));
    for (int x = 0; x < 256; x++) {
      assertEquals(0xff000000 | x << 16 | x << 8 | x, frames.get(1).picture().getRGB(x, 2));
    }
    // ITU-R BT.601: 0.299 * 255 = 76.2
    assertEquals(0xff4c4c4c, frames.get(2).picture().getRGB(0, 0));
    List<String> times =
        frames.stream()
            .map(frame -> frame.only("GraphicControlExtension").getAttribute("delayTime"))
            .toList();
    assertEquals(List.of("25", "25", "200"), times);
    IIOMetadataNode loop = frames.get(0).only("ApplicationExtension");
    assertEquals("NETSCAPE", loop.getAttribute("applicationID"));
    assertEquals("[1, 0, 0]", Arrays.toString((byte[]) loop.getUserObject()));
  }

  @Test
  void aFilmHasAFrameForEachEpochThatShowsItsDigits() throws IOException {
    float[] white = new float[784];
    float[] black = new float[784];
    Arrays.fill(black, 1);
    TreeMap<Integer, List<float[]>> grids = new TreeMap<>();
    grids.put(0, List.of(white, black, white));
    grids.put(5, List.of(black, white, white));
    List<Frame> frames = read(TrainingFilm.gif(grids, 2));
    assertEquals(2, frames.size());
    // two columns of 56 with a gap of 4, a margin of 12 around, two pixels a logical one
    int width = 2 * (2 * 56 + 4 + 24);
    assertEquals(width, frames.get(0).picture().getWidth());
    // below the title of 24 the same twice
    assertEquals(width + 2 * 24, frames.get(0).picture().getHeight());
    int x = 2 * (12 + 28);
    int y = 2 * (12 + 24 + 28);
    int next = 2 * 60;
    assertEquals(0xffffffff, frames.get(0).picture().getRGB(x, y));
    assertEquals(0xff000000, frames.get(0).picture().getRGB(x + next, y));
    assertEquals(0xff000000, frames.get(1).picture().getRGB(x, y));
    assertEquals(0xffffffff, frames.get(1).picture().getRGB(x + next, y));
  }
}
