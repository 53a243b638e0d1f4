package epsilonlab.ui.attack;

import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.FigureThemes;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.component.TableMenu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The right column: the verdict, the smallest epsilon, the size of the change, plain words. */
final class ReadColumn extends VBox {
  private static final double TALL = 900;

  private final LabServices services;
  private final AttackViewModel model;
  private final VerdictCard verdict;
  private final Label smallest = new Label();
  private final Button goThere = new Button("Go there");
  private final Label[] values = new Label[5];
  private final Label words = new Label();
  private final VBox tries = new VBox(6);
  private List<String> shownTries = List.of();
  private final VBox whatToTry;
  private final Node smallestCard;
  private final Node sizes;
  private final Node plainWords;

  ReadColumn(LabServices services, AttackViewModel model, WhyPanel why) {
    super(16);
    this.services = services;
    this.model = model;
    this.verdict = new VerdictCard(model.session(), why::open);
    this.whatToTry = new VBox(8, heading("What to try"), tries);
    whatToTry.setMinHeight(Region.USE_PREF_SIZE);
    whatToTry.managedProperty().bind(whatToTry.visibleProperty());
    this.smallestCard = smallestCard();
    this.sizes = sizes();
    this.plainWords = wordsCard();
    getChildren().addAll(verdict, smallestCard, sizes, plainWords, whatToTry);
    model.attacked().addListener((property, before, now) -> show());
    model.smallest().addListener((property, before, now) -> showSmallest());
    model.missing().addListener((property, before, now) -> show());
    services.session().model().addListener((property, before, now) -> show());
    sceneProperty().addListener((property, before, now) -> followHeight());
    show();
    showSmallest();
  }

  /** The verdict. */
  Node verdict() {
    return verdict;
  }

  /** Whatever else tells how the attack ended: the losses, the plain words, what to try. */
  Node[] told() {
    return new Node[] {sizes, plainWords, whatToTry};
  }

  /** What to try next, such as the smallest epsilon. */
  Node tries() {
    return whatToTry;
  }

  /** The smallest epsilon that fools the digit. */
  Node smallest() {
    return smallestCard;
  }

  private void followHeight() {
    // the column changes its scene whenever it folds
    whatToTry.visibleProperty().unbind();
    whatToTry.setVisible(false);
    if (getScene() != null) {
      whatToTry.visibleProperty().bind(getScene().heightProperty().greaterThan(TALL));
    }
  }

  private Node smallestCard() {
    MathLabel title = new MathLabel("Smallest $ε$ that fools this digit").onOneLine();
    title.themeProperty().bind(FigureThemes.of(services.state()));
    title.mutedProperty().set(true);
    smallest.getStyleClass().add("key-number");
    smallest.setId("smallest");
    goThere.setId("go-there");
    goThere.setMinWidth(Region.USE_PREF_SIZE);
    goThere.setTooltip(new Tooltip("Moves the slider to this epsilon."));
    goThere.setOnAction(event -> model.epsilon().set(model.smallest().get().value()));
    HBox row = new HBox(8, smallest, ChooseColumn.space(), goThere);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(0, title, row);
    card.getStyleClass().addAll("card", "card-tight");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private VBox sizes() {
    String[] names = {
      "$ℓ_∞$  largest pixel change",
      "$ℓ_2$  length",
      "$ℓ_0$  pixels changed",
      "Loss before",
      "Loss after"
    };
    Label title = heading("Size of the change");
    HBox head =
        new HBox(
            title,
            ChooseColumn.space(),
            new TableMenu(
                this::table,
                "size-of-the-change",
                ExportPorts.files(services.dialogs()),
                ExportPorts.notices(services.messages())));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(head);
    for (int i = 0; i < names.length; i++) {
      MathLabel name = new MathLabel(names[i]).onOneLine();
      name.themeProperty().bind(FigureThemes.of(services.state()));
      name.mutedProperty().set(true);
      values[i] = new Label("–");
      values[i].getStyleClass().add("value");
      HBox row = new HBox(name, ChooseColumn.space(), values[i]);
      row.getStyleClass().add("value-row");
      row.setFillHeight(false);
      row.setAlignment(Pos.CENTER_LEFT);
      box.getChildren().add(row);
    }
    box.setMinHeight(Region.USE_PREF_SIZE);
    return box;
  }

  private FigureTable table() {
    AttackedImage now = model.attacked().get();
    List<List<Object>> rows = new ArrayList<>();
    if (now != null) {
      rows.add(List.of("epsilon", model.attackedEpsilon()));
      rows.add(List.of("norm of epsilon", model.attackedNorm().id()));
      rows.add(List.of("linf", now.norms().linf()));
      rows.add(List.of("l2", now.norms().l2()));
      rows.add(List.of("l0", now.norms().l0()));
      rows.add(List.of("loss before", now.lossBefore()));
      rows.add(List.of("loss after", now.lossAfter()));
    }
    return new FigureTable(List.of("quantity", "value"), rows);
  }

  private Node wordsCard() {
    words.setId("plain-words");
    VBox card = section("In plain words", words);
    words.getStyleClass().setAll("label", "plain-words");
    card.getStyleClass().add("card");
    return card;
  }

  private static Label heading(String text) {
    Label title = new Label(text);
    title.getStyleClass().add("section-title");
    return title;
  }

  private static VBox section(String title, Label text) {
    Label head = new Label(title);
    head.getStyleClass().addAll("remark", "semibold");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(6, head, text);
    box.setMinHeight(Region.USE_PREF_SIZE);
    return box;
  }

  private void show() {
    AttackedImage now = model.attacked().get();
    verdict.show(now);
    words.setText(PlainWords.describe(model, now));
    showTries();
    String[] texts = {"–", "–", "–", "–", "–"};
    if (now != null) {
      texts[0] = String.format(Locale.ROOT, "%.3f", now.norms().linf());
      texts[1] = String.format(Locale.ROOT, "%.2f", now.norms().l2());
      texts[2] = now.norms().l0() + " of " + now.original().length;
      texts[3] = loss(now.lossBefore());
      texts[4] = loss(now.lossAfter());
    }
    for (int i = 0; i < values.length; i++) {
      values[i].setText(texts[i]);
    }
  }

  private void showTries() {
    List<String> lines = PlainWords.whatToTry(model);
    if (lines.equals(shownTries)) {
      return;
    }
    shownTries = lines;
    tries.getChildren().clear();
    for (String line : lines) {
      Label dot = new Label("•");
      Label text = new Label(line);
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
      dot.getStyleClass().add("try-line");
      text.getStyleClass().add("try-line");
      HBox row = new HBox(8, dot, text);
      row.setMinHeight(Region.USE_PREF_SIZE);
      tries.getChildren().add(row);
    }
  }

  private static String loss(double loss) {
    return String.format(Locale.ROOT, loss < 0.1 ? "%.4f" : "%.2f", loss);
  }

  private void showSmallest() {
    AttackViewModel.Smallest found = model.smallest().get();
    goThere.setDisable(!found.exists());
    showTries();
    smallest.setText(
        !found.known()
            ? "–"
            : found.exists()
                ? Numbers.plain(found.value())
                : "above " + model.scale().text().apply(model.scale().most()));
  }
}
