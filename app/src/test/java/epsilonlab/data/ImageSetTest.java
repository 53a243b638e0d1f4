package epsilonlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ImageSetTest {
  private static final int COUNT = 6;

  private static ImageSet set() {
    byte[] pixels = new byte[COUNT * 784];
    byte[] labels = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      labels[i] = (byte) (9 - i);
      pixels[i * 784 + 1] = (byte) 255;
      pixels[i * 784 + 783] = (byte) (200 + i);
    }
    return ImageSet.ofBytes(pixels, labels);
  }

  @Test
  void pixelsAreBytesDividedBy255() {
    float[] image = set().image(4);
    assertEquals(784, image.length);
    assertEquals(0f, image[0]);
    assertEquals(1f, image[1]);
    assertEquals(204 / 255f, image[783]);

    float[] target = new float[800];
    set().copyImage(4, target, 10);
    assertEquals(1f, target[11]);
    assertEquals(204 / 255f, target[793]);
    assertEquals(0f, target[794]);
  }

  @Test
  void aSliceIsAWindow() {
    ImageSet slice = set().slice(1, 5).slice(1, 4);
    assertEquals(3, slice.size());
    assertArrayEquals(new int[] {7, 6, 5}, slice.labels());
    assertArrayEquals(new long[] {6, 5}, slice.labels(1, 3));
    assertEquals(203 / 255f, slice.image(1)[783]);
    assertEquals(204 / 255f, slice.images(1, 3)[2 * 784 - 1]);
    assertThrows(IndexOutOfBoundsException.class, () -> slice.image(3));
    assertThrows(IndexOutOfBoundsException.class, () -> slice.label(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> slice.slice(0, 4));
  }

  @Test
  void lengthsAndLabelsMustFit() {
    assertThrows(
        IllegalArgumentException.class, () -> ImageSet.ofBytes(new byte[783], new byte[1]));
    assertThrows(
        IllegalArgumentException.class, () -> ImageSet.ofBytes(new byte[784], new byte[] {10}));
    assertThrows(
        IllegalArgumentException.class, () -> ImageSet.ofBytes(new byte[784], new byte[] {-1}));
  }
}
