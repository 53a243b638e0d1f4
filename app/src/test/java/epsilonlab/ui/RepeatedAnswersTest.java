package epsilonlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.cover.CoverLayer;
import epsilonlab.ui.frame.LabWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What is covered takes with it whatever else on its tab tells the answer. */
class RepeatedAnswersTest {
  /** By tab and what shall be guessed: where its answer stands as well, read off the screen. */
  private static final Map<String, List<String>> TELLING =
      Map.of(
          "attack",
          List.of(
              "after: answer probabilities_after smallest strip verdict",
              "pictures: answer probabilities_after smallest strip verdict",
              "answer: probabilities_after smallest strip verdict",
              "probabilities: answer smallest strip verdict",
              "probabilities_after: answer smallest strip verdict",
              "verdict: answer probabilities_after smallest",
              "smallest: verdict",
              "curve: strip",
              "strip: curve"),
          "train",
          List.of(
              "accuracy: train.confusion train.curves train.library lab.models",
              "curves: train.accuracy",
              "confusion: train.accuracy train.mistakes",
              "mistakes:",
              "network:"),
          "defend",
          List.of(
              "race: defend.table lab.models",
              "table: defend.digits defend.race defend.stronger lab.models",
              "digits:",
              "stronger:"),
          "generate",
          List.of(
              "gan.losses: gan.numbers",
              "gan.numbers: gan.losses",
              "gan.samples: gan.numbers gan.time vae.beside_gan",
              "gan.time: gan.samples",
              "vae.losses: vae.numbers",
              "vae.numbers: vae.losses",
              "vae.beside_gan: gan.numbers",
              "vae.map:",
              "denoise.rows: denoise.verdict",
              "denoise.defence: denoise.verdict",
              "denoise.verdict: denoise.defence"),
          "privacy",
          List.of(
              "mean.scores: mean.accuracy mean.roc",
              "mean.roc: mean.accuracy mean.scores",
              "mean.dimensions: mean.accuracy",
              "mean.noise: mean.accuracy",
              "mean.accuracy: mean.dimensions mean.noise mean.roc mean.scores",
              "logistic.gap: logistic.accuracy logistic.noise",
              "logistic.attack: logistic.accuracy logistic.noise",
              "logistic.noise: logistic.accuracy logistic.attack logistic.gap",
              "logistic.defences: logistic.accuracy"),
          "photo",
          List.of(
              "after: classes curves verdict",
              "classes: after curves verdict",
              "curves: after classes verdict",
              "verdict: after classes curves",
              "pictures: classes curves verdict"),
          "theory",
          List.of("formula: derivation", "drawing:", "numbers:"));

  private final FxRobot robot = new FxRobot();
  private final List<LabTab> tabs = new ArrayList<>();
  private LabServices services;
  private LabWindow window;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, new TestDialogs());
    robot.interact(
        () -> {
          services.session().useData(SyntheticDigits.generate(1, 60, 40));
          window = new LabWindow(services, stage, Tabs.ALL.stream().map(this::kept).toList());
          window.show();
        });
  }

  private Function<LabServices, LabTab> kept(Function<LabServices, LabTab> maker) {
    return all -> {
      LabTab tab = maker.apply(all);
      tabs.add(tab);
      return tab;
    };
  }

  @AfterEach
  void close() {
    services.jobs().close();
    robot.interact(stage::close);
  }

  /** Builds what is built only once it is in view. */
  private void unfold(LabTab tab) {
    robot.interact(() -> services.state().wantedTab().set(tab.id()));
    FactNames.find(tab.id() + ".part")
        .ifPresent(
            fact ->
                fact.choices()
                    .forEach(part -> robot.interact(() -> tab.facts().take(fact.name(), part))));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void everyTabCoversWhatRepeatsTheAnswer() {
    assertEquals(TELLING.keySet(), Set.copyOf(tabs.stream().map(LabTab::id).toList()));
    for (LabTab tab : tabs) {
      unfold(tab);
      robot.interact(
          () -> {
            // as the window adds its own
            TabParts parts = window.parts();
            TELLING.get(tab.id()).forEach(line -> check(tab.id(), parts, line));
          });
    }
  }

  private static void check(String tab, TabParts parts, String line) {
    String[] sides = line.split(":");
    String asked = full(tab, sides[0]);
    Set<String> expected = new TreeSet<>(Set.of(asked));
    if (sides.length > 1) {
      Arrays.stream(sides[1].strip().split(" "))
          .map(name -> full(tab, name))
          .forEach(expected::add);
    }
    Set<String> covered = new TreeSet<>(parts.withRepeats(Set.of(asked)));
    assertEquals(expected, covered, asked);
    covered.forEach(name -> assertFalse(parts.places(name).isEmpty(), name + " is nowhere"));
  }

  private static String full(String tab, String name) {
    return name.contains(".") ? name : tab + "." + name;
  }

  @Test
  void theAttackedDigitTakesTheMarkOfTheSliderWithIt() {
    unfold(tabs.stream().filter(tab -> tab.id().equals("attack")).findFirst().orElseThrow());
    robot.interact(
        () -> {
          CoverLayer layer = new CoverLayer();
          ((Pane) window.scene().getRoot()).getChildren().add(layer);
          EpsilonSlider slider = (EpsilonSlider) window.scene().lookup("#epsilon");
          PartName after = PartNames.find("attack.after").orElseThrow();
          layer.show(window.parts(), Set.of(after), Set.of());
          assertTrue(slider.fooledHiddenProperty().get());
          int covers = layer.getChildren().size();
          assertTrue(covers > window.parts().places("attack.after").size());
          layer.show(window.parts(), Set.of(), Set.of());
          assertFalse(slider.fooledHiddenProperty().get());
          assertEquals(List.<Node>of(), List.copyOf(layer.getChildren()));
        });
  }

  @Test
  void whatOnlyRepeatsARepeatStaysFree() {
    TabParts parts =
        new TabParts()
            .repeats("attack.strip", "attack.curve")
            .repeats("attack.verdict", "attack.strip")
            .and(new TabParts().repeats("attack.strip", "attack.after"));
    assertEquals(Set.of("attack.curve", "attack.strip"), parts.withRepeats(Set.of("attack.curve")));
    assertEquals(Set.of("attack.after", "attack.strip"), parts.withRepeats(Set.of("attack.after")));
    assertEquals(Set.of("attack.verdict"), parts.withRepeats(Set.of("attack.verdict")));
    assertThrows(
        IllegalArgumentException.class, () -> parts.repeats("attack.strip", "attack.unknown"));
    assertThrows(IllegalArgumentException.class, () -> parts.repeats("unknown", "attack.strip"));
  }
}
