package epsilonlab.ui.robustness;

import epsilonlab.defence.Defence;
import epsilonlab.defence.Outcome;
import epsilonlab.defence.Verdict;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.robustness.GalleryViewModel.Step;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One defence: looks strong, what do you expect, what is left, and why. */
final class OneDefencePane extends HBox {
  private static final double READ = 312;

  private final GalleryViewModel model;
  private final Label title = new Label();
  private final Label sentence = wrapped("plain-words");
  private final Label paper = wrapped("remark");
  private final Label remark = Parts.label("", "remark");
  private final Label digitName = Parts.label("", "section-title");
  private final FigureView bars = new FigureView();
  private final AttackedDigits digits;
  private final StringProperty looks = new SimpleStringProperty("");
  private final StringProperty guessed = new SimpleStringProperty("");
  private final StringProperty end = new SimpleStringProperty("");
  private final Label expected = Parts.label("", "key-number");
  private final Slider slider = new Slider(0, 100, 50);
  private final Label verdict = wrapped("verdict-title");
  private final Label why = wrapped("label");
  private final VBox plainCard;
  private final VBox predictCard;
  private final VBox outcomeCard;

  OneDefencePane(LabServices services, GalleryViewModel model, ObservableValue<FigureTheme> theme) {
    super(24);
    this.model = model;
    digits = new AttackedDigits(model, theme);
    title.getStyleClass().add("defence-title");
    title.setId("gallery-title");
    bars.setId("gallery-bars");
    bars.themeProperty().bind(theme);
    HBox heading = Parts.heading("Right answers", "", Parts.menu(services, bars, "defence"));
    heading.getChildren().set(1, remark);
    Region rule = Parts.rule();
    VBox see = new VBox(8, title, sentence, paper, rule, heading, bars, digitHead(), digits);
    see.setMinWidth(0);
    HBox.setHgrow(see, Priority.ALWAYS);
    plainCard = card("1  How strong it looks", rich(looks, "gallery-looks"));
    predictCard = card("2  What do you expect?", prediction());
    outcomeCard = card("3  What is left", outcome());
    VBox read = new VBox(12, plainCard, predictCard, outcomeCard);
    // what ends a real defence takes a few lines more
    ScrollPane scroll = new ScrollPane(read);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("column-scroll");
    scroll.setMinWidth(READ);
    scroll.setMaxWidth(READ);
    getChildren().addAll(see, scroll);
    model.step().addListener((property, before, now) -> show());
    model.defence().addListener((property, before, now) -> show());
    model.guess().addListener((property, before, now) -> showGuess());
    model.guessed().addListener((property, before, now) -> showGuess());
    model.session().digit().addListener((property, before, now) -> showDigit());
    show();
  }

  private static Label wrapped(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static RichText rich(StringProperty words, String id) {
    RichText text = new RichText(words);
    text.setId(id);
    text.getStyleClass().add("robustness-flow");
    return text;
  }

  private static VBox card(String name, Node... content) {
    VBox card = new VBox(6, Parts.label(name, "section-title"));
    card.getChildren().addAll(content);
    card.getStyleClass().addAll("card", "card-tight");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private HBox digitHead() {
    Button previous = Parts.iconButton(Feather.CHEVRON_LEFT, "The digit before", () -> step(-1));
    Button next = Parts.iconButton(Feather.CHEVRON_RIGHT, "The next digit", () -> step(1));
    next.setId("gallery-next-digit");
    HBox head = new HBox(4, digitName, previous, next);
    head.setAlignment(Pos.CENTER_LEFT);
    head.visibleProperty().bind(digits.visibleProperty());
    return head;
  }

  private void step(int by) {
    Subject subject = model.subject();
    int next = model.session().digit().get() + by;
    if (subject != null && subject.place(next) >= 0) {
      model.session().digit().set(next);
    }
  }

  private VBox prediction() {
    Label question = wrapped("label");
    question.setText("How many answers stay right under an attack that knows the defence?");
    slider.setId("gallery-guess");
    slider.setBlockIncrement(5);
    slider.setAccessibleText("Your prediction in percent");
    slider.setTooltip(new javafx.scene.control.Tooltip("Your prediction, from 0 to 100 %"));
    slider
        .valueProperty()
        .addListener(
            (property, before, now) -> model.guess().set(Math.round(now.doubleValue()) / 100.0));
    // who means one half need not move it
    slider.setOnMousePressed(event -> model.guessed().set(true));
    expected.setId("gallery-expected");
    expected.setMinWidth(84);
    slider.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(8, slider, expected);
    HBox.setHgrow(slider, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(6, question, row);
  }

  private VBox outcome() {
    verdict.setId("gallery-verdict");
    why.setId("gallery-why");
    RichText ended = rich(end, "gallery-end");
    Parts.showIf(ended, end.isNotEmpty());
    return new VBox(8, rich(guessed, "gallery-guessed"), verdict, why, ended);
  }

  private void show() {
    Defence defence = model.defence().get();
    title.setText(defence.title());
    sentence.setText(defence.sentence());
    paper.setText(defence.paper());
    Step step = model.step().get();
    remark.setText(
        model.subject() == null
            ? "not measured yet"
            : model.subject().inWords() + ", ε = " + Numbers.plain(model.radius()));
    looks.set(
        model.looks() == null
            ? "First the usual attack: PGD with the gradient as it comes through the defence."
            : GalleryWords.ofLooks(model.looks()));
    // the last card repeats the prediction, and needs the room
    predictCard.setVisible(step != Step.DONE);
    predictCard.setManaged(step != Step.DONE);
    predictCard.setDisable(step != Step.PREDICT);
    predictCard.setOpacity(model.looks() == null ? 0.5 : 1);
    Outcome outcome = model.outcome();
    outcomeCard.setVisible(outcome != null);
    if (outcome != null) {
      guessed.set(GalleryWords.ofGuess(model.guess().get(), outcome));
      boolean real = outcome.verdict() == Verdict.HOLDS;
      boolean fell = outcome.verdict() == Verdict.FELL;
      String tone = real ? "success" : fell ? "danger" : "warning";
      verdict.setText(GalleryWords.title(outcome.verdict()));
      verdict.getStyleClass().setAll("label", "verdict-title", tone + "-text");
      outcomeCard.getStyleClass().setAll("card-" + tone, "card-tight");
      why.setText("The attack: " + defence.adaptiveAttack() + ". " + defence.weakness());
      end.set(GalleryWords.ofEnd(defence, outcome));
    }
    showGuess();
    showDigit();
  }

  private void showGuess() {
    slider.setValue(100 * model.guess().get());
    expected.setText(model.guessed().get() ? Math.round(100 * model.guess().get()) + " %" : "?");
    bars.setFigure(GalleryWords.bars(model));
  }

  private void showDigit() {
    digitName.setText("Digit No. " + model.session().digit().get() + " behind the defence");
    digits.show();
  }
}
