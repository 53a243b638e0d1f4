package epsilonlab.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The crop against torchvision 0.22.1's {@code Resize(224)} and {@code CenterCrop(224)} on images
 * of Pillow 13.0.0: every bit, by the SHA-256 that make_files.py printed.
 */
class PhotoCropTest {
  @ParameterizedTest
  @CsvSource({
    "640, 427, 097e4f0faa6452ee26212cb80e207dee7f179abc9ffff31c8d302610ba31aa34",
    "300, 451, a46bbb95d7f820cb5aa5cd5b4d99890778e0c7388e852f1cbc7c2371dbd90469",
    "64, 40, 6a98b32f9f2e5d2d6fb31845653c437ff146fa570d5ab4ae1c8a9aacb87761dc",
    "224, 224, 922230361e8976fe9aa7bad2080e2c87e33911064525d17a414a0bba5f459ed5",
    "1001, 225, bae6d955a7d27a45834e5cff72adc2cacf4da785d9173d6236c1ee8047f9cb99",
    "16, 16, 6c328e8e732603b9b7cb5e72efc8961a3e13d653f476a92a27b18d7ea06352d0"
  })
  void cropsAsTorchvisionDoes(int width, int height, String sha256) throws Exception {
    Photo photo = Photo.of("pattern", TestFiles.picture(width, height));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(photo.picture().rgb());
    assertEquals(sha256, HexFormat.of().formatHex(digest));
    assertEquals(width, photo.originalWidth());
    assertEquals(width != 224 || height != 224, photo.isResized());
  }

  @Test
  void valuesAndPictureAreInverse() {
    Photo photo = TestFiles.photo();
    float[] values = photo.values();
    assertEquals((photo.picture().value(5, 3, 2)) / 255f, values[(2 * 224 + 3) * 224 + 5]);
    assertArrayEquals(photo.picture().rgb(), Photo.picture(values).rgb());
  }

  @Test
  void pngIsLossless() {
    Picture picture = TestFiles.picture(31, 17);
    assertEquals(picture, PictureFile.read(PhotoPng.of(picture), "picture"));
  }

  @Test
  void changeIsShownAroundGrey() {
    float[] change = new float[Photo.VALUES];
    change[0] = 0.01f;
    change[1] = -0.01f;
    change[2] = 0.02f;
    Picture shown = PhotoPng.change(change, 0.01);
    assertEquals(255, shown.value(0, 0, 0));
    assertEquals(0, shown.value(1, 0, 0));
    assertEquals(255, shown.value(2, 0, 0));
    assertEquals(128, shown.value(0, 0, 1));
  }
}
