package epsilonlab.defence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Network;
import epsilonlab.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gallery finds out about real networks, and how it runs. */
class GalleryJobTest {
  private static final List<String> FALL =
      List.of("logit-scaling", "distillation", "masked-gradients", "shattered-gradients");

  private static List<Defence> named(List<String> ids) {
    return ids.stream().map(Defences::get).toList();
  }

  private static Gallery gallery(String model, List<Defence> defences, double epsilon, int count) {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      return new GalleryJob(
              compute,
              Reference.classifier(compute, model),
              defences,
              Reference.mnistTest(count),
              epsilon,
              0)
          .run(JobContext.of(measured -> {}));
    }
  }

  private static void assertFallen(GalleryRow row) {
    String numbers = row.defence().id() + ": " + row.plain() + " and " + row.adaptive();
    assertTrue(row.plain() - row.adaptive() >= 0.5, numbers);
    assertEquals(Verdict.FELL, row.verdict());
    assertTrue(row.sentence().contains("only looked strong"), row.sentence());
  }

  @Test
  void fourDefencesOnlyLookStrong() {
    Gallery gallery = gallery("small-cnn", named(FALL), GalleryJob.EPSILON, 40);
    assertTrue(gallery.clean() >= 0.95 && gallery.bare() <= 0.1);
    assertEquals(4, gallery.rows().size());
    for (GalleryRow row : gallery.rows()) {
      assertFallen(row);
      assertEquals(gallery.clean(), row.clean(), 0.03, "they cost nothing");
      assertEquals(GalleryJob.THROUGH, row.plainAttack());
    }
    assertTrue(gallery.rows().get(0).zeroGradients() > 0.9, "the softmax is saturated");
    assertEquals(0, gallery.rows().get(3).zeroGradients(), "a wrong gradient is not zero");
  }

  @Test
  void theGallerySaysWherePlainPgdIsThatOnTheBareNetwork() {
    Gallery gallery =
        gallery("logistic", named(List.of("bit-depth", "thresholding", "noise")), 0.1, 40);
    assertEquals(GalleryJob.ON_BARE, gallery.rows().get(0).plainAttack());
    assertEquals(1, gallery.rows().get(0).zeroGradients());
    assertEquals(GalleryJob.ON_BARE, gallery.rows().get(1).plainAttack());
    assertEquals(GalleryJob.THROUGH, gallery.rows().get(2).plainAttack());
  }

  /** Thresholding, and something that is said to end it. */
  private record Thresholded(Defence inner, Ending says) implements Defence {
    @Override
    public String id() {
      return inner.id();
    }

    @Override
    public String title() {
      return inner.title();
    }

    @Override
    public String sentence() {
      return inner.sentence();
    }

    @Override
    public String paper() {
      return inner.paper();
    }

    @Override
    public String adaptiveAttack() {
      return inner.adaptiveAttack();
    }

    @Override
    public String weakness() {
      return inner.weakness();
    }

    @Override
    public Optional<Ending> ending() {
      return Optional.of(says);
    }

    @Override
    public Network defend(Network bare, Seed draws) {
      return inner.defend(bare, draws);
    }

    @Override
    public AdaptiveAttack adaptive(Network bare, Seed draws) {
      return inner.adaptive(bare, draws);
    }
  }

  @Test
  void aRealDefenceIsCalledRealAndWhatEndsItIsTried() {
    Defence thresholding = Defences.get("thresholding");
    Ending half = new Ending("pgd", 0.55, "Half of the range turns every pixel.");
    Ending none = new Ending("no such attack", 1, "Nobody wrote it.");
    Gallery gallery =
        gallery(
            "small-cnn",
            List.of(new Thresholded(thresholding, half), new Thresholded(thresholding, none)),
            0.15,
            40);
    assertTrue(gallery.bare() <= 0.2);
    for (GalleryRow row : gallery.rows()) {
      assertEquals(Verdict.HOLDS, row.verdict(), row.sentence());
      assertTrue(row.adaptive() >= 0.8, row.sentence());
    }
    assertTrue(gallery.rows().get(0).ended().orElseThrow().accuracy() <= 0.2);
    assertEquals(Optional.empty(), gallery.rows().get(1).ended());
  }

  @ParameterizedTest
  @ValueSource(strings = {"small-cnn", "lenet"})
  @Tag("full")
  void theWholeGallery(String model) {
    Gallery gallery = gallery(model, Defences.ALL, GalleryJob.EPSILON, 200);
    Map<String, GalleryRow> rows =
        gallery.rows().stream()
            .collect(Collectors.toMap(row -> row.defence().id(), Function.identity()));
    FALL.forEach(id -> assertFallen(rows.get(id)));
    assertEquals(Verdict.HOLDS, rows.get("thresholding").verdict(), "black stays black on MNIST");
    rows.get("thresholding").ended().ifPresent(l2 -> assertTrue(l2.accuracy() <= 0.3));
    for (String id :
        List.of("bit-depth", "median", "total-variation", "random-resizing", "noise")) {
      assertTrue(rows.get(id).adaptive() <= 0.4, id + ": " + rows.get(id).adaptive());
    }
  }

  private record Run(Gallery gallery, List<GalleryJob.Measured> events) {}

  private static Run run(int threads, ImageSet digits, List<Defence> defences) {
    try (Compute compute = Compute.start(DeviceChoice.CPU, threads)) {
      var logistic = Architectures.get("logistic");
      Classifier network =
          new Classifier(compute, "net", logistic, logistic.initialWeights(Seed.of(7)));
      List<GalleryJob.Measured> events = new ArrayList<>();
      int before = compute.longLivedArrays();
      Gallery gallery =
          new GalleryJob(compute, network, defences, digits, 0.1, 11)
              .run(JobContext.of(events::add));
      assertEquals(before, compute.longLivedArrays(), "nothing is left behind");
      assertEquals("net", network.name());
      return new Run(gallery, events);
    }
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    // two shards
    ImageSet digits = SyntheticDigits.generate(2, 1, 52).test();
    List<Defence> some = named(List.of("median", "random-resizing"));
    Run one = run(1, digits, some);
    Run two = run(2, digits, some);
    assertEquals(one.events(), two.events());
    for (int i = 0; i < some.size(); i++) {
      GalleryRow a = one.gallery().rows().get(i);
      GalleryRow b = two.gallery().rows().get(i);
      assertArrayEquals(a.samples().images(), b.samples().images());
      assertArrayEquals(a.samples().answers(), b.samples().answers());
      assertEquals(a.sentence(), b.sentence());
      assertEquals(a.zeroGradients(), b.zeroGradients());
    }
  }

  @Test
  void theTwoHalvesOfADefenceSayWhatTheGallerySays() {
    ImageSet digits = SyntheticDigits.generate(2, 1, 20).test();
    Defence noise = Defences.get("noise");
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      var logistic = Architectures.get("logistic");
      Classifier network =
          new Classifier(compute, "net", logistic, logistic.initialWeights(Seed.of(7)));
      GalleryRow row =
          new GalleryJob(compute, network, List.of(noise), digits, 0.1, 11)
              .run(JobContext.of(measured -> {}))
              .rows()
              .get(0);
      Looks looks =
          new LooksJob(compute, network, noise, digits, 0.1, 11).run(JobContext.of(none -> {}));
      assertEquals(row.clean(), looks.clean().accuracy());
      assertEquals(row.plain(), looks.plain().accuracy());
      assertEquals(row.plainAttack(), looks.plainAttack());
      assertEquals(row.zeroGradients(), looks.zeroGradients());
      Outcome outcome =
          new OutcomeJob(compute, network, looks, digits, 0.1, 11).run(JobContext.of(none -> {}));
      assertEquals(row.sentence(), outcome.sentence());
      for (int i = 0; i < 10; i++) {
        assertArrayEquals(row.samples().images()[i], outcome.adaptive().images()[i]);
        assertEquals(row.samples().answers()[i], outcome.adaptive().answers()[i]);
      }
    }
  }

  @Test
  void everyDefenceIsToldStageByStageAndItsSamplesStayInTheBall() {
    ImageSet digits = SyntheticDigits.generate(2, 1, 12).test();
    Run run = run(2, digits, named(List.of("median", "noise")));
    List<String> stages =
        run.events().stream().map(event -> event.defence().id() + " " + event.stage()).toList();
    assertEquals(
        List.of(
            "median CLEAN",
            "median PLAIN",
            "median ADAPTIVE",
            "noise CLEAN",
            "noise PLAIN",
            "noise ADAPTIVE"),
        stages);
    GalleryRow row = run.gallery().rows().get(1);
    assertEquals(row.clean(), run.events().get(3).accuracy());
    assertEquals(row.plain(), run.events().get(4).accuracy());
    assertEquals(row.adaptive(), run.events().get(5).accuracy());
    assertEquals(10, row.samples().images().length);
    for (int i = 0; i < 10; i++) {
      float[] original = digits.image(i);
      for (int p = 0; p < 784; p++) {
        float pixel = row.samples().images()[i][p];
        assertTrue(pixel >= 0 && pixel <= 1 && Math.abs(pixel - original[p]) <= 0.1 + 1e-6);
      }
    }
  }

  @Test
  void aCancelledGalleryEndsAndLeavesNothing() {
    ImageSet digits = SyntheticDigits.generate(2, 1, 12).test();
    try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
      var logistic = Architectures.get("logistic");
      Classifier network =
          new Classifier(compute, "net", logistic, logistic.initialWeights(Seed.of(7)));
      int before = compute.longLivedArrays();
      Cancellation cancellation = new Cancellation();
      List<GalleryJob.Measured> events = new ArrayList<>();
      GalleryJob job = new GalleryJob(compute, network, Defences.ALL, digits, 0.1, 0);
      cancellation.during(
          () ->
              assertThrows(
                  CancellationException.class,
                  () ->
                      job.run(
                          JobContext.of(
                              measured -> {
                                events.add(measured);
                                cancellation.cancel();
                              }))));
      assertEquals(1, events.size());
      assertEquals(before, compute.longLivedArrays());
      assertThrows(
          LabException.class, () -> new GalleryJob(compute, network, Defences.ALL, digits, 1.5, 0));
      assertThrows(
          LabException.class,
          () -> new GalleryJob(compute, network, Defences.ALL, digits.slice(0, 0), 0.1, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.9, 0.1, FELL",
    "0.6, 0.9, 0.3, FELL",
    "0.6, 0.7, 0.6, NETWORK_RESISTS",
    "0.1, 0.9, 0.8, HOLDS",
    "0.1, 0.7, 0.4, WEAKENED",
    "0.3, 0.6, 0.6, WEAKENED",
    "0.0, 0.2, 0.2, NEVER_STRONG",
    "0.0, 0.1, 0.15, NEVER_STRONG"
  })
  void verdicts(double bare, double plain, double adaptive, Verdict expected) {
    Verdict verdict = Verdict.of(bare, plain, adaptive);
    assertEquals(expected, verdict);
    String sentence = verdict.sentence(bare, plain, adaptive);
    assertTrue(sentence.endsWith(".") && sentence.contains(" %"), sentence);
  }
}
