package epsilonlab.ui.theory;

import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A derivation that opens hint by hint and step by step. */
final class DerivationPane extends VBox {
  private static final double FORMULA = 19;
  private static final Duration LAID_OUT = Duration.millis(120);

  private final Derivation derivation;
  private final List<Runnable> refresh = new ArrayList<>();
  private final ScrollPane scroll = new ScrollPane();
  private final Button next = new Button();
  private final Label done = Parts.label("", "muted");

  DerivationPane(Derivation derivation, PageKit kit) {
    this.derivation = derivation;
    getStyleClass().add("derivation");
    VBox steps = new VBox();
    steps.getStyleClass().add("derivation-steps");
    for (int i = 0; i < derivation.steps().size(); i++) {
      steps.getChildren().add(step(i, kit));
    }
    scroll.setContent(steps);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, buttons());
    derivation.opened().addListener((property, before, now) -> show(true));
    show(false);
  }

  private Node step(int index, PageKit kit) {
    PageText.Step step = derivation.steps().get(index);
    Label number = Parts.label(Integer.toString(index + 1), "derivation-number");
    RichText hint = new RichText(new SimpleStringProperty(step.hint()));
    hint.setId("hint-" + (index + 1));
    var formula = kit.formula(step.tex(), FORMULA);
    formula.setId("step-" + (index + 1));
    RichText why = new RichText(new SimpleStringProperty(step.why()));
    why.getStyleClass().add("derivation-why");
    VBox body = new VBox(8, hint, formula, why);
    HBox.setHgrow(body, Priority.ALWAYS);
    body.setMinWidth(0);
    HBox row = new HBox(12, number, body);
    row.getStyleClass().add("derivation-step");
    refresh.add(
        () -> {
          show(row, derivation.isHintOpen(index));
          show(formula, derivation.isStepOpen(index));
          show(why, derivation.isStepOpen(index));
        });
    return row;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private HBox buttons() {
    next.setId("derivation-next");
    next.setOnAction(event -> derivation.next());
    Button all =
        Parts.linkButton(
            Feather.CHEVRONS_DOWN, "Open all", "Shows the whole derivation.", derivation::openAll);
    all.setId("derivation-all");
    Button again =
        Parts.linkButton(
            Feather.ROTATE_CCW,
            "Start again",
            "Closes every step, to try it on your own.",
            derivation::again);
    again.setId("derivation-again");
    HBox row = new HBox(12, next, all, again, Parts.spring(), done);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  private void show(boolean scrollDown) {
    refresh.forEach(Runnable::run);
    boolean step = derivation.isNextAStep();
    next.setText(step ? "Show the step" : "Next hint");
    next.setGraphic(new FontIcon(step ? Feather.EYE : Feather.HELP_CIRCLE));
    Parts.say(
        next,
        step
            ? "Shows the step that the hint leads to."
            : "Shows the hint of the next step, not the step itself.");
    next.setAccessibleText(next.getText());
    next.setDisable(derivation.isComplete());
    done.setText(derivation.stepsOpen() + " of " + derivation.steps().size() + " steps");
    if (scrollDown) {
      // the formula has its height only when it is typeset and laid out
      PauseTransition pause = new PauseTransition(LAID_OUT);
      pause.setOnFinished(event -> scroll.setVvalue(derivation.opened().get() == 1 ? 0 : 1));
      pause.play();
    }
  }
}
