package epsilonlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The walls between the rooms; docs/architecture.md draws them. The rules are checked by JUnit's
 * own tests: Surefire runs none of ArchUnit's, and says nothing.
 */
class ArchitectureTest {
  /** From the ground up; a room may use its own row and those before it, without a cycle. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("engine"),
          List.of("job"),
          List.of("data", "settings"),
          List.of("model"),
          List.of("training", "attack", "generative", "privacy", "theory"),
          List.of("evaluation", "defence", "photo"),
          List.of("report", "lesson"),
          List.of("desk"),
          List.of("command"),
          List.of("ui"));

  private static final ArchRule NO_CYCLES =
      slices().matching("epsilonlab.(*)..").should().beFreeOfCycles();

  private static final ArchRule ROOMS_USE_ONLY_ROOMS_BELOW = roomsUseOnlyRoomsBelow();

  private static final ArchRule WINDOW_DOES_NOT_USE_COMMANDS =
      noClasses()
          .that()
          .resideInAPackage("epsilonlab.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("epsilonlab.command..");

  private static final ArchRule CORE_KNOWS_NO_JAVAFX =
      noClasses()
          .that()
          .resideOutsideOfPackage("epsilonlab.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..");

  private static final ArchRule WINDOW_KNOWS_NO_ENGINE =
      noClasses()
          .that()
          .resideInAPackage("epsilonlab.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  private static final ArchRule AUTOGRAD_ONLY_IN_THE_ENGINE_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("epsilonlab.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl.training..", "ai.djl.pytorch..");

  /** They are not PyTorch's, leak their state, and clip one side only (notes-djl E, F, G). */
  private static final ArchRule NOBODY_USES_THE_OPTIMISERS_OF_DJL =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl.training.optimizer..", "ai.djl.training.loss..");

  /** DJL frees such a scalar while autograd still points to it (notes-djl A). */
  private static final ArchRule GRAPHS_USE_SAFE_SCALARS = graphsUseSafeScalars();

  private static ArchRule graphsUseSafeScalars() {
    CompositeArchRule all = null;
    for (String method : List.of("mul", "div", "pow", "maximum", "minimum", "add", "sub")) {
      ArchRule rule =
          noClasses()
              .that()
              .resideInAnyPackage(
                  "epsilonlab.engine.layer..",
                  "epsilonlab.model..",
                  "epsilonlab.generative..",
                  "epsilonlab.defence..")
              .or()
              .haveSimpleName("Losses")
              .or()
              .haveSimpleName("Layers")
              .should()
              .callMethod(NDArray.class, method, Number.class);
      all = all == null ? CompositeArchRule.of(rule) : all.and(rule);
    }
    return all;
  }

  private static ArchRule roomsUseOnlyRoomsBelow() {
    CompositeArchRule all = null;
    for (int row = 0; row < ROWS.size(); row++) {
      String[] above =
          ROWS.subList(row + 1, ROWS.size()).stream()
              .flatMap(List::stream)
              .map(room -> "epsilonlab." + room + "..")
              .toArray(String[]::new);
      if (above.length == 0) {
        continue;
      }
      String[] here =
          ROWS.get(row).stream().map(room -> "epsilonlab." + room + "..").toArray(String[]::new);
      ArchRule rule =
          noClasses()
              .that()
              .resideInAnyPackage(here)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(above)
              .allowEmptyShould(true);
      all = all == null ? CompositeArchRule.of(rule) : all.and(rule);
    }
    return all;
  }

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("epsilonlab");
  }

  static Stream<ArchRule> rules() {
    return Stream.of(
        NO_CYCLES,
        ROOMS_USE_ONLY_ROOMS_BELOW,
        WINDOW_DOES_NOT_USE_COMMANDS,
        CORE_KNOWS_NO_JAVAFX,
        WINDOW_KNOWS_NO_ENGINE,
        AUTOGRAD_ONLY_IN_THE_ENGINE_ROOM,
        NOBODY_USES_THE_OPTIMISERS_OF_DJL,
        GRAPHS_USE_SAFE_SCALARS);
  }

  @ParameterizedTest(name = "rule {index}")
  @MethodSource("rules")
  void theWallsStand(ArchRule rule) {
    rule.check(classes);
  }
}
