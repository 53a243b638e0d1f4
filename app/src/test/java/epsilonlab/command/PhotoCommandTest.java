package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import epsilonlab.model.SharedFiles;
import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoPng;
import epsilonlab.photo.TestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code photo} answers, writes and refuses. */
class PhotoCommandTest {
  @TempDir static Path folder;
  private static Path image;
  private static Path names;

  @BeforeAll
  static void write() throws IOException {
    image = folder.resolve("pattern.png");
    Files.write(image, PhotoPng.of(TestFiles.picture(Photo.SIDE, Photo.SIDE)));
    names = folder.resolve("names.txt");
    Files.write(names, TestFiles.NAMES.labels());
  }

  private static Call photo(Object... more) {
    Object[] common = {
      "photo", "--weights", TestFiles.path("small.pt"), "--classes", names, "--quiet"
    };
    return Call.of(Stream.concat(Stream.of(common), Stream.of(more)).toArray());
  }

  private static JsonArray first(JsonObject results, String key) {
    return results.getAsJsonArray(key).get(0).getAsJsonArray();
  }

  @Test
  void classifiesWhereNoAttackIsNamed() {
    JsonObject results = photo("--image", image).results();
    assertEquals(java.util.Set.of("top5_before"), results.keySet());
    assertEquals(5, results.getAsJsonArray("top5_before").size());
    // class 3 by Python's logits, whose softmax is 0.6809
    assertEquals("pizza", first(results, "top5_before").get(0).getAsString());
    assertEquals(3, first(results, "top5_before").get(1).getAsInt());
    assertEquals(0.6809, first(results, "top5_before").get(2).getAsDouble(), 2e-4);
  }

  @Test
  void attacksSavesAndStillFools() {
    Path out = folder.resolve("out");
    JsonObject document =
        photo("--image", image, "--target", "bullet_train", "--epsilon", 0.3, "--out", out)
            .document();
    JsonObject results = document.getAsJsonObject("results");
    assertEquals("pizza", first(results, "top5_before").get(0).getAsString());
    assertEquals("bullet_train", first(results, "top5_after").get(0).getAsString());
    assertTrue(results.get("success").getAsBoolean());
    assertEquals(40, results.get("steps").getAsInt());
    assertEquals(0.3, results.get("linf").getAsDouble(), 1e-6);
    assertEquals("pgd", document.getAsJsonObject("settings").get("attack").getAsString());
    assertEquals("none", document.getAsJsonObject("settings").get("normalization").getAsString());
    for (String name :
        new String[] {
          "original.png", "adversarial.png", "change.png", "report.md", "loss.csv", "classes.svg"
        }) {
      assertTrue(Files.exists(out.resolve(name)), name);
    }
    JsonObject again = photo("--image", out.resolve("adversarial.png")).results();
    assertEquals("bullet_train", first(again, "top5_before").get(0).getAsString());
  }

  @Test
  void usualEpsilonsAndEndings() {
    JsonObject pgd = photo("--image", image, "--attack", "pgd", "--steps", 3).document();
    assertEquals(0.02, pgd.getAsJsonObject("settings").get("epsilon").getAsDouble());
    JsonObject gradient = photo("--image", image, "--attack", "gradient", "--steps", 3).document();
    assertEquals(0.01, gradient.getAsJsonObject("settings").get("epsilon").getAsDouble());
    assertTrue(gradient.getAsJsonObject("results").get("stalled").getAsBoolean());
    JsonObject early =
        photo("--image", image, "--attack", "pgd", "--epsilon", 0.3, "--until", "fooled").results();
    assertTrue(early.get("steps").getAsInt() < 40);
    assertTrue(early.get("success").getAsBoolean());
  }

  @ParameterizedTest
  @CsvSource({
    "2, --target bullet, did you mean bullet_train",
    "2, --target 6, 0 to 5",
    "2, --attack deepfool, has no place here",
    "2, --attack pgd --learning-rate 1, does not belong",
    "2, --attack pgd --epsilon 2, from 0 to 1",
    "2, --attack pgd --until never, There is no ending",
    "2, --epsilon 0.1, only classified",
    "2, --normalization guess, There is no normalization",
    "1, --target pizza, already sees"
  })
  void refusesInOneSentence(int code, String options, String words) {
    Object[] call =
        Stream.concat(Stream.of("--image", image), Stream.of(options.split(" "))).toArray();
    String complaint = photo(call).complaint(code);
    assertTrue(complaint.contains(words), complaint);
  }

  @Test
  void refusesBadFiles() throws IOException {
    Path text = folder.resolve("text.pt");
    Files.writeString(text, "hello");
    assertTrue(
        Call.of("photo", "--image", image, "--weights", text)
            .complaint(2)
            .contains("not a TorchScript network"));
    assertTrue(
        Call.of("photo", "--image", image, "--weights", TestFiles.path("small.pt"), "--quiet")
            .complaint(1)
            .contains("knows 6 classes"));
    assertTrue(photo("--image", text).complaint(2).contains("not a JPEG or PNG"));
    assertTrue(photo("--image", TestFiles.path("cmyk.jpg")).complaint(2).contains("CMYK"));
    // transparency is no reason to refuse, but is said
    Call alpha = photo("--image", TestFiles.path("alpha.png"));
    assertEquals(0, alpha.code());
    assertTrue(alpha.err().contains("laid on white"));
  }

  @Test
  void realNetworkIsFooledWithinTheBound() {
    Path data = SharedFiles.of("data/imagenet-mobilenet");
    Path tusker = data.resolve("photos/tusker-224.png");
    Object[] call = {
      "photo", "--image", tusker, "--weights", data.resolve("mobilenet.pt"), "--quiet"
    };
    Path out = folder.resolve("tusker");
    Object[] more = {"--target", "bullet_train", "--until", "sure", "--out", out};
    JsonObject results = Call.of(Stream.of(call, more).flatMap(Stream::of).toArray()).results();
    // expected.json of the course's data
    assertEquals("tusker", first(results, "top5_before").get(0).getAsString());
    assertEquals(0.838070, first(results, "top5_before").get(2).getAsDouble(), 1e-3);
    assertTrue(results.get("success").getAsBoolean());
    assertTrue(results.get("linf").getAsDouble() <= 0.02 + 1e-6);
    assertEquals("bullet_train", results.getAsJsonArray("saved").get(0).getAsString());
    assertEquals("tusker", results.getAsJsonArray("random_signs").get(0).getAsString());
    Object[] untargeted = {"--attack", "pgd", "--steps", 5};
    JsonObject elephant =
        Call.of(Stream.of(call, untargeted).flatMap(Stream::of).toArray()).results();
    assertEquals("elephant", elephant.get("family").getAsString());
    assertFalse(elephant.get("stalled").getAsBoolean());
  }
}
