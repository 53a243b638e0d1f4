package epsilonlab.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.settings.CommonSettings;
import epsilonlab.settings.Home;
import epsilonlab.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lecturer's own folder while visitors use the lab in it. */
class KioskDeskTest {
  private static final ModelCard CARD =
      new ModelCard("mine", "logistic", "mnist", "by hand", 0, 0.9, null, Instant.EPOCH, Map.of());
  private static final String ANSWERS = "one-digit-0123456789ab.json";

  @TempDir Path folder;
  private Home home;
  private Path capsule;

  @BeforeEach
  void aHomeThatIsInUse() throws IOException {
    home = Home.of(folder.resolve("home"));
    Settings settings = Settings.load(home);
    settings.set(CommonSettings.DATA_FOLDER, "/the/data");
    settings.set(CommonSettings.SEED, 7L);
    settings.save();
    library(home).add(CARD, weights(1));
    Files.writeString(home.lessons().resolve(ANSWERS), "a student's work");
    capsule = folder.resolve("demo.epsilab");
    byte[] model = new Safetensors(weights(2), CARD.withName("demo").toMetadata()).toBytes();
    CapsuleFile.write(
        capsule,
        Capsule.empty("1", "test", "A demo")
            .withFiles(Map.of(CapsuleModels.place("demo-1"), model)));
  }

  private static Weights weights(float bias) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("fc.weight", new HostTensor(new float[7840], 10, 784));
    float[] biases = new float[10];
    biases[0] = bias;
    tensors.put("fc.bias", new HostTensor(biases, 10));
    return Weights.of(tensors);
  }

  private static ModelLibrary library(Home of) {
    return new ModelLibrary(of.models(), GenerativeModels::validate);
  }

  private static List<String> models(Home of) {
    return library(of).list().stream().map(entry -> entry.card().name()).sorted().toList();
  }

  /** All files below a folder with their contents, but for locks and the visitors' own. */
  private static Map<String, String> content(Path top) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = top.relativize(file).toString();
        if (!name.startsWith("visitors") && !name.endsWith(".lock")) {
          all.put(name, Arrays.toString(Files.readAllBytes(file)));
        }
      }
    }
    return all;
  }

  private void visit(Home visitors) throws IOException {
    ModelEntry copy = library(visitors).list().get(0);
    library(visitors).delete(copy.id());
    library(visitors).add(CARD.withName("visitor"), weights(5));
    Settings settings = Settings.load(visitors);
    settings.set(CommonSettings.SEED, 99L);
    settings.set(DeskSettings.FRESH, false);
    settings.save();
    Files.writeString(visitors.lessons().resolve("x.json"), "a visitor's answers");
    Path figures = Files.createDirectory(visitors.lessons().resolve("x-figures"));
    Files.writeString(figures.resolve("0-attack.curve.png"), "a visitor's figure");
    Files.writeString(visitors.rescued().resolve("x.safetensors"), "half trained");
  }

  @Test
  void nothingOfTheOwnerMovesHoweverManyVisitorsCome() throws Exception {
    Map<String, String> before = content(home.folder());
    KioskDesk kiosk = new KioskDesk(home, Optional.of(capsule));
    for (int i = 0; i < 3; i++) {
      kiosk.tidy();
      visit(kiosk.visitors());
    }
    kiosk.tidy();
    assertEquals(before, content(home.folder()));
    assertFalse(Files.exists(home.folder().resolve("aside")));
    kiosk.forget();
    assertEquals(before, content(home.folder()));
    assertFalse(Files.exists(home.folder().resolve("visitors")), "nothing is left of them");
  }

  @Test
  void everyVisitorBeginsAlike() throws Exception {
    KioskDesk kiosk = new KioskDesk(home, Optional.of(capsule));
    kiosk.tidy();
    Home visitors = kiosk.visitors();
    Map<String, String> beginning = content(visitors.folder());
    assertEquals(List.of("demo", "mine"), models(visitors));
    Settings settings = Settings.load(visitors);
    assertEquals("/the/data", settings.get(CommonSettings.DATA_FOLDER));
    assertEquals(0L, settings.get(CommonSettings.SEED), "the owner's is the owner's");
    assertTrue(settings.get(DeskSettings.FRESH));
    assertEquals("A demo", CapsuleFile.read(visitors.deskFile()).title());
    visit(visitors);
    // a stick that was pulled out
    Files.delete(capsule);
    kiosk.tidy();
    assertEquals(beginning, content(kiosk.visitors().folder()));
  }

  @Test
  void whatABusyVisitorStillWritesNobodySees() throws Exception {
    KioskDesk kiosk = new KioskDesk(home, Optional.of(capsule));
    kiosk.tidy();
    Home first = kiosk.visitors();
    kiosk.tidy();
    visit(first);
    kiosk.tidy();
    assertEquals(List.of("demo", "mine"), models(kiosk.visitors()));
    assertFalse(Files.exists(kiosk.visitors().lessons().resolve("x.json")));
    kiosk.tidy();
    try (Stream<Path> left = Files.list(home.allVisitors())) {
      assertEquals(List.of(kiosk.visitors().folder()), left.toList());
    }
  }

  @Test
  void theLastSettingsAreNotWrittenAfterTheEnd() {
    KioskDesk kiosk = new KioskDesk(home, Optional.of(capsule));
    kiosk.tidy();
    Settings last = Settings.load(kiosk.visitors());
    kiosk.writtenBy(last);
    kiosk.forget();
    last.save();
    assertFalse(Files.exists(home.allVisitors()));
  }

  @Test
  void oneKioskAFolder() throws Exception {
    new KioskDesk(home, Optional.empty()).claim();
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Claim.class.getName(),
                home.folder().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.startsWith("Another kiosk runs in " + home.folder()), said);
  }

  /** Another process that opens a kiosk. */
  static final class Claim {
    public static void main(String[] arguments) {
      try {
        new KioskDesk(Home.of(Path.of(arguments[0])), Optional.empty()).claim();
      } catch (LabException taken) {
        System.out.println(taken.getMessage());
      }
    }
  }

  @Test
  void withoutACapsuleItIsThatOfTheLastReset() {
    CleanDesk.reset(home, Optional.of(capsule), Optional.of("one-digit"));
    KioskDesk kiosk = new KioskDesk(home, Optional.empty());
    kiosk.tidy();
    assertEquals(List.of("demo"), models(kiosk.visitors()));
    Settings settings = Settings.load(kiosk.visitors());
    assertEquals("one-digit", settings.get(DeskSettings.LESSON));
    assertTrue(settings.get(DeskSettings.FRESH));
  }

  @Test
  void downloadsAreTheOwners() {
    assertEquals(home.downloads(), home.visitors("1").downloads());
    assertEquals(home.logs(), home.visitors("1").logs());
    assertEquals(home.engineCache(), home.visitors("1").engineCache());
  }

  @Test
  void aBrokenCapsuleChangesNothing() throws Exception {
    Map<String, String> before = content(home.folder());
    Path broken = Files.writeString(folder.resolve("broken.epsilab"), "no capsule");
    assertThrows(LabException.class, () -> new KioskDesk(home, Optional.of(broken)));
    assertEquals(before, content(home.folder()));
  }
}
