package epsilonlab.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.lesson.LessonSettings;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.LessonState;
import epsilonlab.settings.CommonSettings;
import epsilonlab.settings.Home;
import epsilonlab.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanDeskTest {
  private static final ModelCard CARD =
      new ModelCard(
          "hand-made", "logistic", "mnist", "by hand", 0, 0.9, null, Instant.EPOCH, Map.of());

  @TempDir Path folder;
  private Home home;
  private Path capsule;

  @BeforeEach
  void makeHomeAndCapsule() {
    home = Home.of(folder.resolve("home"));
    capsule = folder.resolve("desk.epsilab");
    CapsuleFile.write(
        capsule,
        Capsule.empty("1", "test", "A desk")
            .withFiles(Map.of(CapsuleModels.place("hand-made-1"), safetensors(1)))
            .withLesson(new LessonState("one-digit", "{}")));
  }

  private static Weights weights(float bias) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("fc.weight", new HostTensor(new float[7840], 10, 784));
    float[] biases = new float[10];
    biases[0] = bias;
    tensors.put("fc.bias", new HostTensor(biases, 10));
    return Weights.of(tensors);
  }

  private static byte[] safetensors(float bias) {
    return new Safetensors(weights(bias), CARD.toMetadata()).toBytes();
  }

  private static ModelLibrary library(Home of) {
    return new ModelLibrary(of.models(), GenerativeModels::validate);
  }

  private static void use(Home of, int times) throws IOException {
    Settings settings = Settings.load(of);
    settings.set(CommonSettings.DATA_FOLDER, "/the/data");
    settings.set(CommonSettings.SEED, (long) times);
    settings.set(CommonSettings.EPSILON, 0.1 * times);
    settings.save();
    for (int i = 0; i < times; i++) {
      library(of).add(CARD.withName("mine"), weights(10 + i));
    }
    Files.writeString(of.lessons().resolve("one-digit-0123456789ab.json"), "answers " + times);
  }

  /** All files of a home with their contents, but for what was moved aside and locks. */
  private static Map<String, String> content(Home of) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(of.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = of.folder().relativize(file).toString();
        if (!name.startsWith("aside") && !name.endsWith(".lock")) {
          all.put(name, java.util.Arrays.toString(Files.readAllBytes(file)));
        }
      }
    }
    return all;
  }

  @Test
  void homesOfAnyPastAreTheSameAfterwards() throws Exception {
    Home other = Home.of(folder.resolve("other"));
    use(home, 1);
    use(other, 3);
    CleanDesk.reset(home, Optional.of(capsule), Optional.of("one-digit"));
    CleanDesk.reset(other, Optional.of(capsule), Optional.of("one-digit"));
    assertEquals(content(home), content(other));
    assertEquals(
        List.of("hand-made"),
        library(home).list().stream().map(entry -> entry.card().name()).toList());
    Settings settings = Settings.load(home);
    assertEquals(0L, settings.get(CommonSettings.SEED));
    assertEquals("/the/data", settings.get(CommonSettings.DATA_FOLDER), "it is the machine's");
    assertEquals("one-digit", settings.get(LessonSettings.OPEN));
    assertTrue(settings.get(DeskSettings.FRESH));
    assertEquals(
        Optional.empty(), CapsuleFile.read(home.deskFile()).lesson(), "the named one counts");
  }

  @Test
  void undoBringsEverythingBackAndASecondOneTakesItAway() throws Exception {
    use(home, 2);
    Map<String, String> before = content(home);
    CleanDesk.reset(home, Optional.of(capsule), Optional.empty());
    Map<String, String> clean = content(home);
    assertFalse(before.equals(clean));
    CleanDesk.undo(home);
    assertEquals(before, content(home));
    CleanDesk.undo(home);
    assertEquals(clean, content(home));
  }

  @Test
  void whatIsWrongChangesNothing() throws Exception {
    use(home, 1);
    Map<String, String> before = content(home);
    Path broken = Files.writeString(folder.resolve("broken.epsilab"), "no capsule");
    assertThrows(
        LabException.class, () -> CleanDesk.reset(home, Optional.of(broken), Optional.empty()));
    LabException noLesson =
        assertThrows(
            LabException.class,
            () -> CleanDesk.reset(home, Optional.empty(), Optional.of("two-digits")));
    assertTrue(noLesson.getMessage().contains("choose one of one-digit"), noLesson.getMessage());
    assertEquals(before, content(home));
    LabException nothing = assertThrows(LabException.class, () -> CleanDesk.undo(home));
    assertTrue(nothing.getMessage().startsWith("Nothing was moved aside"), nothing.getMessage());
  }
}
