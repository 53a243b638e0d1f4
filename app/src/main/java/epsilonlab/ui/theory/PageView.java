package epsilonlab.ui.theory;

import epsilonlab.theory.CheckJob;
import epsilonlab.theory.CheckResult;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import epsilonlab.ui.SmallSwitch;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.TheoryPage;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One page laid out: what the frame gives every page, around what the page brings. */
final class PageView {
  private static final double ROOM_FOR_CASES = 560;

  private final TheoryPage page;
  private final TheoremCheck check;
  private final VBox choose = new VBox();
  private final VBox see = new VBox();
  private final Region drawing;
  private final Region derivation;
  private final VBox read = new VBox();
  private final VBox statement = new VBox();
  private final TabParts parts;
  // kept, for bindings do not keep each other alive
  private final BooleanBinding room;

  PageView(TheoryViewModel model, TheoryPages.Entry entry, PageKit kit) {
    page = entry.maker().apply(kit);
    check = model.check(entry);
    room =
        Bindings.createBooleanBinding(
            () ->
                (see.getHeight() == 0 || see.getHeight() >= ROOM_FOR_CASES)
                    && !kit.services().state().presenting().get()
                    && !model.deriving().get(),
            see.heightProperty(),
            kit.services().state().presenting(),
            model.deriving());
    choose();
    drawing = page.drawing();
    derivation = new DerivationPane(new Derivation(page.text().derivation()), kit);
    see(model, kit);
    read(kit);
    parts = PageParts.of(page, check, choose, statement, drawing, derivation, read);
  }

  /** Where on the page things are. */
  TabParts parts() {
    return parts;
  }

  TheoryPage page() {
    return page;
  }

  TheoremCheck check() {
    return check;
  }

  Region left() {
    return choose;
  }

  Region middle() {
    return see;
  }

  Region right() {
    return read;
  }

  private void choose() {
    choose.getStyleClass().add("theory-controls");
    choose.getChildren().add(Parts.label("The drawing", "section-title"));
    choose.getChildren().addAll(page.controls());
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    choose.getChildren().addAll(spare, checkButton());
    VBox.setVgrow(choose, Priority.ALWAYS);
  }

  private Button checkButton() {
    Button button = new Button();
    button.setId("theory-check");
    button.getStyleClass().add("primary-button");
    button.setOnAction(event -> check.startOrStop());
    Runnable dress =
        () -> {
          CheckResult now = check.result().get();
          boolean running = check.running().get();
          button.setGraphic(new FontIcon(running ? Feather.X : Feather.CHECK));
          button.setText(
              running
                  ? now == null ? "Stop checking" : "Stop after %,d".formatted(now.instances())
                  : "Check %,d cases".formatted(CheckJob.USUAL_INSTANCES));
          Parts.say(
              button,
              running
                  ? "Ends the check (Esc)."
                  : "Draws random instances of the theorem and computes both sides in independent"
                      + " ways (Space).");
          button.setAccessibleText(button.getText());
        };
    check.running().addListener((property, before, now) -> dress.run());
    check.result().addListener((property, before, now) -> dress.run());
    dress.run();
    return button;
  }

  private void see(TheoryViewModel model, PageKit kit) {
    see.getStyleClass().add("theory-page");
    see.setMinWidth(0);
    Label sentence = new Label(page.text().sentence());
    sentence.getStyleClass().add("theory-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    Parts.showIf(sentence, kit.services().state().presenting().not());
    SmallSwitch sides =
        new SmallSwitch(
            model.deriving(),
            new SmallSwitch.Side("theory-drawing", "drawing", "Shows the drawing, to be dragged."),
            new SmallSwitch.Side(
                "theory-derivation", "derivation", "Shows the derivation, hint by hint."));
    HBox head =
        new HBox(8, Parts.label(page.text().title(), "theory-title"), Parts.spring(), sides);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("theory-head");
    FormulaBox formula = new FormulaBox(page.text(), kit);
    drawing.setMinHeight(200);
    VBox.setVgrow(drawing, Priority.ALWAYS);
    VBox.setVgrow(derivation, Priority.ALWAYS);
    Parts.showIf(drawing, model.deriving().not());
    Parts.showIf(derivation, model.deriving());
    statement.getStyleClass().add("theory-statement");
    statement.getChildren().addAll(sentence, formula);
    see.getChildren().addAll(head, statement);
    page.cases()
        .ifPresent(
            cases -> {
              cases.setMinHeight(Region.USE_PREF_SIZE);
              Parts.showIf(cases, room);
              statement.getChildren().add(cases);
            });
    see.getChildren().addAll(drawing, derivation);
  }

  private void read(PageKit kit) {
    read.getStyleClass().add("theory-read");
    read.setMinWidth(0);
    read.getChildren().addAll(page.readings());
    RichText words = new RichText(page.words());
    words.getStyleClass().add("plain-flow");
    words.setId("theory-words");
    read.getChildren()
        .addAll(new CheckCard(check, kit.services()), kit.card("In plain words", words));
  }
}
