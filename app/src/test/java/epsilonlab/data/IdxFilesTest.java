package epsilonlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxFilesTest {
  private static final int COUNT = 5;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatWasWrittenIsRead(boolean gzipped) throws IOException {
    byte[] images = IdxWriter.someImages(COUNT, 3);
    // the content decides, so the name says the opposite
    Path imageFile = write(gzipped ? "images" : "images.gz", pack(images, gzipped));
    Path labelFile = write("labels", pack(IdxWriter.someLabels(COUNT), gzipped));

    IdxPart part = IdxFiles.read(imageFile, labelFile);

    assertArrayEquals(Arrays.copyOfRange(images, 16, images.length), part.pixels());
    assertArrayEquals(new byte[] {0, 7, 4, 1, 8}, part.labels());
  }

  @Test
  void aSetLargerThanTheFirstBufferIsRead() throws IOException {
    byte[] images = IdxWriter.someImages(3000, 4);
    IdxPart part =
        IdxFiles.read(
            write("images", IdxWriter.gzip(images)), write("labels", IdxWriter.someLabels(3000)));
    assertArrayEquals(Arrays.copyOfRange(images, 16, images.length), part.pixels());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenImages")
  void brokenImagesGetOneSentence(String what, byte[] content, String expected) throws IOException {
    Path labels = write("labels", IdxWriter.someLabels(COUNT));
    assertSentence(expected, write("images", content), labels);
  }

  static Stream<Arguments> brokenImages() {
    byte[] good = IdxWriter.someImages(COUNT, 3);
    byte[] packed = IdxWriter.gzip(good);
    byte[] corrupt = packed.clone();
    corrupt[packed.length - 6] ^= 1; // within the checksum
    byte[] pixels = new byte[COUNT * 784];
    return Stream.of(
        arguments("empty", new byte[0], "images is empty; copy or download it again."),
        arguments(
            "only the start of a gzip header",
            Arrays.copyOf(packed, 3),
            "images is empty; copy or download it again."),
        arguments(
            "half a header",
            Arrays.copyOf(good, 11),
            "images ends after 11 of 16 bytes of its header; copy or download it again."),
        arguments(
            "cut",
            Arrays.copyOf(good, 16 + 1234),
            "images ends after 1,234 of 3,920 bytes of pixels; copy or download it again."),
        arguments(
            "cut, then compressed",
            IdxWriter.gzip(Arrays.copyOf(good, 16 + 1234)),
            "images ends after 1,234 of 3,920 bytes of pixels; copy or download it again."),
        arguments("torn gzip", Arrays.copyOf(packed, packed.length / 2), "images ends after "),
        arguments(
            "gzip without its checksum",
            Arrays.copyOf(packed, packed.length - 8),
            "images is damaged: its compression does not add up; copy or download it again."),
        arguments(
            "wrong checksum",
            corrupt,
            "images is damaged: its compression does not add up; copy or download it again."),
        arguments(
            "too long",
            Arrays.copyOf(good, good.length + 1),
            "images goes on after the 3,920 bytes of pixels that its header promises; copy or"
                + " download it again."),
        arguments(
            "too long, compressed",
            IdxWriter.gzip(Arrays.copyOf(good, good.length + 1)),
            "images goes on after the 3,920 bytes of pixels that its header promises; copy or"
                + " download it again."),
        arguments(
            "swollen",
            IdxWriter.gzip(IdxWriter.images(2051, Integer.MAX_VALUE, 28, 28, new byte[0])),
            "images says that it has 2,147,483,647 items, which is more than the 1,000,000 that the"
                + " lab takes; copy or download it again."),
        arguments(
            "negative count",
            IdxWriter.images(2051, -1, 28, 28, pixels),
            "images says that it has 4,294,967,295 items"),
        arguments(
            "no images",
            IdxWriter.images(2051, 0, 28, 28, new byte[0]),
            "images holds nothing: its header says 0 items; copy or download it again."),
        arguments(
            "another shape of the same size",
            IdxWriter.images(2051, COUNT, 14, 56, pixels),
            "images has images of 14 x 56 pixels, but the lab works with 28 x 28; use the files of"
                + " MNIST or Fashion-MNIST."),
        arguments(
            "labels instead",
            IdxWriter.someLabels(COUNT),
            "images is not an IDX file of images (it starts with 0x00000801 instead of 0x00000803);"
                + " use the standard files."),
        arguments(
            "text", "hello, world".getBytes(), "images is not an IDX file of images (it starts"));
  }

  @Test
  void aSwollenHeaderTakesNoMemory() throws IOException {
    // 784 MB by the header, 1 KB in truth; the tests' heap would take it, so count it
    Path images =
        write("images", IdxWriter.gzip(IdxWriter.images(2051, 1_000_000, 28, 28, new byte[1000])));
    Path labels = write("labels", IdxWriter.someLabels(COUNT));
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertSentence("images ends after 1,000 of 784,000,000 bytes of pixels", images, labels);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals(0, allocated / 50_000_000, allocated + " bytes allocated");
  }

  @Test
  void brokenLabelsGetOneSentence() throws IOException {
    Path images = write("images", IdxWriter.someImages(COUNT, 3));
    assertSentence(
        "labels has 3 labels for the 5 images of images; copy or download both again.",
        images,
        write("labels", IdxWriter.gzip(IdxWriter.labels(2049, 3, new byte[] {1, 2, 3}))));
    assertSentence(
        "labels gives image 2 the label 77, but labels go from 0 to 9; use the files of MNIST or"
            + " Fashion-MNIST.",
        images,
        write("labels", IdxWriter.labels(2049, 5, new byte[] {1, 2, 77, 3, 4})));
    assertSentence(
        "labels gives image 0 the label 200",
        images,
        write("labels", IdxWriter.labels(2049, 5, new byte[] {(byte) 200, 2, 1, 3, 4})));
    assertSentence(
        "labels ends after 2 of 5 bytes of labels; copy or download it again.",
        images,
        write("labels", IdxWriter.labels(2049, 5, new byte[] {1, 2})));
    assertSentence(
        "labels is not an IDX file of labels", images, write("labels", Files.readAllBytes(images)));
  }

  @Test
  void aFolderInPlaceOfAFileGetsOneSentence() throws IOException {
    Path labels = write("labels", IdxWriter.someLabels(COUNT));
    Path images = Files.createDirectory(folder.resolve("images"));
    assertSentence(
        images + " cannot be read; check that it is a file and that you may read it.",
        images,
        labels);
  }

  @Test
  void numbersAreWrittenAlikeInEveryCountry() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertSentence(
          "images ends after 1,234 of 3,920 bytes",
          write("images", Arrays.copyOf(IdxWriter.someImages(COUNT, 3), 16 + 1234)),
          write("labels", IdxWriter.someLabels(COUNT)));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void assertSentence(String start, Path images, Path labels) {
    String message =
        assertThrows(LabException.class, () -> IdxFiles.read(images, labels)).getMessage();
    assertEquals(start, message.substring(0, Math.min(start.length(), message.length())), message);
    assertEquals('.', message.charAt(message.length() - 1), message);
  }

  private static byte[] pack(byte[] raw, boolean gzipped) {
    return gzipped ? IdxWriter.gzip(raw) : raw;
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
