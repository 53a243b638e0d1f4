package epsilonlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.generate.GenerateTab;
import epsilonlab.ui.photo.PhotoTab;
import epsilonlab.ui.privacy.PrivacyTab;
import epsilonlab.ui.theme.Theme;
import epsilonlab.ui.theory.TheoryTab;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What the tabs from Generate to Theory promise lessons is told, taken and placed by them. */
class LessonContractTest {
  private static final Map<Integer, Function<LabServices, LabTab>> TABS =
      Map.of(3, GenerateTab::new, 4, PrivacyTab::new, 5, PhotoTab::new, 6, TheoryTab::new);

  /** What names begin with that belong to a tab. */
  private static final Map<String, Set<String>> GROUPS =
      Map.of(
          "generate", Set.of("generate", "gan", "vae", "denoise"),
          "privacy", Set.of("privacy", "mean", "logistic"),
          "photo", Set.of("photo"),
          "theory",
              Set.of(
                  "theory",
                  "linear",
                  "svm",
                  "regression",
                  "perceptron",
                  "discriminator",
                  "pca",
                  "uniform"));

  /** What has a slider on a page of the theory, and a value for it. */
  private static final Map<String, Map.Entry<String, Double>> SLIDERS =
      Map.of(
          "linear-adversary", Map.entry("linear.epsilon", 0.4),
          "robust-regression", Map.entry("regression.lambda", 2.5),
          "pca", Map.entry("pca.components", 20.0),
          "uniform", Map.entry("uniform.n", 17.0));

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
          services.state().theme().choose(Theme.LIGHT);
          services.session().useData(SyntheticDigits.generate(1, 60, 40));
          List<Function<LabServices, LabTab>> makers =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          TABS.forEach((place, maker) -> makers.set(place, kept(maker)));
          window = new LabWindow(services, stage, makers);
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
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

  private static boolean isOf(LabTab tab, String name) {
    return GROUPS.get(tab.id()).contains(name.substring(0, name.indexOf('.')));
  }

  private static Set<String> promised(LabTab tab, boolean settable) {
    return FactNames.ALL.stream()
        .filter(fact -> isOf(tab, fact.name()) && (!settable || fact.settable()))
        .map(FactName::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Brings everything into view once, as the fact of parts and pages does. */
  private void unfold(LabTab tab) {
    robot.interact(() -> services.state().wantedTab().set(tab.id()));
    WaitForAsyncUtils.waitForFxEvents();
    String parts = tab.id().equals("theory") ? "theory.page" : tab.id() + ".part";
    FactNames.find(parts)
        .ifPresent(
            fact -> {
              for (String choice : fact.choices()) {
                robot.interact(() -> tab.facts().take(parts, choice));
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(() -> inView(tab, parts, choice));
              }
            });
  }

  /** What was chosen is told, and all that has a place in it stands in the window. */
  private void inView(LabTab tab, String parts, String choice) {
    assertEquals(choice, tab.facts().now().get(parts).orElseThrow());
    TabParts now = tab.parts();
    String prefix = tab.id().equals("theory") ? "theory" : choice;
    for (PartName part : PartNames.ALL) {
      if (part.name().startsWith(prefix + ".") && !part.name().equals("vae.beside_gan")) {
        assertFalse(now.places(part.name()).isEmpty(), part.name() + " has no place");
        now.places(part.name())
            .forEach(place -> assertNotNull(place.node().getScene(), part.name()));
      }
    }
    if (tab.id().equals("theory")) {
      page(tab, choice);
    }
  }

  private static void page(LabTab tab, String page) {
    TabParts now = tab.parts();
    assertTrue(now.table("theory.numbers").orElseThrow().rows().size() > 1);
    painted(now.figure("theory.formula").orElseThrow());
    // some drawings take a moment
    now.figure("theory.drawing").ifPresent(LessonContractTest::painted);
    assertFalse(now.controls("theory.page").isEmpty());
    Map.Entry<String, Double> slider = SLIDERS.get(page);
    if (slider != null) {
      assertFalse(now.controls(slider.getKey()).isEmpty(), slider.getKey());
      tab.facts().take(slider.getKey(), slider.getValue());
      assertEquals(slider.getValue(), tab.facts().now().get(slider.getKey()).orElseThrow());
    }
  }

  /** It can be painted, and leaves something on its ground. */
  private static void painted(Figure figure) {
    double height = figure.preferredHeight(500, FigureTheme.LIGHT);
    BufferedImage image = FigureExport.image(figure, 500, height, FigureTheme.LIGHT);
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertTrue(colours.size() > 2, figure.description());
    assertFalse(figure.description().isBlank());
    assertFalse(figure.toTable().rows().isEmpty(), figure.description());
  }

  @Test
  void everyNameOfTheseTabsIsToldTakenAndPlaced() {
    assertEquals(4, tabs.size());
    for (LabTab tab : tabs) {
      unfold(tab);
      robot.interact(
          () -> {
            assertEquals(promised(tab, false), new TreeSet<>(tab.facts().names()));
            assertEquals(promised(tab, true), new TreeSet<>(tab.facts().settable()));
            assertEquals(
                PartNames.ALL.stream()
                    .map(PartName::name)
                    .filter(name -> isOf(tab, name))
                    .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(tab.parts().names()));
          });
      if (!tab.id().equals("theory")) {
        robot.interact(() -> everythingCanBeLocked(tab));
      }
    }
  }

  private static void everythingCanBeLocked(LabTab tab) {
    TabParts parts = tab.parts();
    promised(tab, true)
        .forEach(fact -> assertFalse(parts.controls(fact).isEmpty(), fact + " has no control"));
  }

  private LabTab tab(String id) {
    return tabs.stream().filter(tab -> tab.id().equals(id)).findFirst().orElseThrow();
  }

  private void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition));
  }

  private void press(String button) {
    robot.interact(() -> robot.lookup(button).queryButton().fire());
  }

  /** What there is nothing to show of is no figure; what there is can be put into a report. */
  @Test
  @Tag("full")
  void reportsGetTheFiguresOfATraining() throws Exception {
    LabTab tab = tab("generate");
    unfold(tab);
    Map<String, List<String>> figures =
        Map.of(
            "gan", List.of("gan.losses", "gan.samples", "gan.time", "vae.beside_gan"),
            "vae", List.of("vae.losses", "vae.samples", "vae.map"),
            "denoise", List.of("denoise.losses", "denoise.rows"));
    for (String part : List.of("vae", "gan", "denoise")) {
      robot.interact(
          () -> {
            tab.facts().take("generate.part", part);
            tab.facts().take(part + ".epochs", 1.0);
            figures.get(part).stream()
                .filter(name -> !List.of("denoise.losses", "vae.beside_gan").contains(name))
                .forEach(name -> assertTrue(tab.parts().figure(name).isEmpty(), name));
          });
      press("#" + part + "-primary");
      until(
          () ->
              tab.facts().now().get(part + ".epoch").isPresent()
                  && figures.get(part).stream().allMatch(name -> shown(tab, name)));
      robot.interact(
          () -> figures.get(part).forEach(name -> painted(tab.parts().figure(name).orElseThrow())));
    }
    robot.interact(() -> assertTrue(tab.parts().figure("denoise.defence").isEmpty()));
  }

  private static boolean shown(LabTab tab, String figure) {
    return tab.parts().figure(figure).isPresent();
  }

  @Test
  @Tag("full")
  void reportsGetTheFiguresOfPrivacy() throws Exception {
    LabTab tab = tab("privacy");
    unfold(tab);
    robot.interact(() -> tab.facts().take("privacy.part", "mean"));
    until(() -> shown(tab, "mean.scores"));
    robot.interact(
        () -> {
          for (String name : List.of("scores", "roc", "dimensions", "noise")) {
            painted(tab.parts().figure("mean." + name).orElseThrow());
          }
          tab.facts().take("privacy.part", "logistic");
          for (String name : List.of("noise", "defences")) {
            assertTrue(tab.parts().figure("logistic." + name).isEmpty(), name);
          }
          for (String name : List.of("defences", "play", "attacks", "gap")) {
            tab.facts().take("logistic.page", name);
            assertEquals(name, tab.facts().now().get("logistic.page").orElseThrow());
          }
        });
  }
}
