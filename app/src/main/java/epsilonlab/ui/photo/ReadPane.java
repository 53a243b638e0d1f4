package epsilonlab.ui.photo;

import epsilonlab.photo.ClassScore;
import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.PhotoVerdict;
import epsilonlab.photo.Scores;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.StyleClasses;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.component.TableMenu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The right column: the verdict, the smallest epsilon, the size, plain words, the warning. */
final class ReadPane extends VBox {
  private static final double STALE = 0.45;
  private static final String[] ROWS = {
    "$ℓ_∞$  largest change", "$ℓ_2$  length", "Random signs instead", "As 8-bit PNG"
  };

  private final PhotoViewModel model;
  private final ObservableValue<FigureTheme> theme;
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label title = new Label();
  private final Side first = new Side("photo-found");
  private final Side second = new Side("photo-now");
  private final VBox answers;
  private final VBox verdict;
  private final Label smallest = new Label("–");
  private final Label part = new Label();
  private final Button goThere = new Button("Go there");
  private final Label[] values = new Label[ROWS.length];
  private final Label words = new Label();

  ReadPane(LabServices services, PhotoViewModel model, ObservableValue<FigureTheme> theme) {
    super(12);
    setId("photo-read");
    this.model = model;
    this.theme = theme;
    title.getStyleClass().add("verdict-title");
    HBox head = new HBox(8, icon, title);
    head.setAlignment(Pos.CENTER_LEFT);
    FontIcon arrow = new FontIcon(Feather.ARROW_DOWN);
    arrow.getStyleClass().add("photo-arrow");
    answers = new VBox(first, arrow, second);
    verdict = new VBox(4, head, answers);
    verdict.setId("photo-verdict");
    verdict.setMinHeight(USE_PREF_SIZE);
    VBox sizes = sizes(services);
    HBox warning = warning();
    // what a lecture is not about
    Parts.showIf(sizes, services.state().presenting().not());
    Parts.showIf(warning, services.state().presenting().not());
    VBox said = wordsCard();
    getChildren().addAll(verdict, smallestCard(), sizes, said, warning);
    // the last values, until those of where the slider went are there
    for (Node node : List.of(answers, sizes, said)) {
      node.opacityProperty().bind(Bindings.when(model.stale()).then(STALE).otherwise(1.0));
    }
    model.before().addListener((property, before, now) -> show());
    model.result().addListener((property, before, now) -> show());
    model.running().addListener((property, before, now) -> show());
    model.smallest().addListener((property, before, now) -> showSmallest());
    show();
    showSmallest();
  }

  private VBox smallestCard() {
    MathLabel name = new MathLabel("Smallest $ε$ that reaches the goal");
    name.themeProperty().bind(theme);
    name.mutedProperty().set(true);
    smallest.setId("photo-smallest");
    smallest.getStyleClass().add("key-number");
    part.getStyleClass().add("remark");
    goThere.setId("photo-go-there");
    goThere.setMinWidth(USE_PREF_SIZE);
    Parts.say(goThere, "Moves the slider to this epsilon and attacks once more.");
    goThere.setOnAction(event -> model.form().epsilon().set(model.smallest().get().shown()));
    HBox row = new HBox(8, new VBox(smallest, part), Parts.spring(), goThere);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(name, row);
    card.getStyleClass().addAll("card", "card-tight");
    card.setMinHeight(USE_PREF_SIZE);
    return card;
  }

  private VBox sizes(LabServices services) {
    HBox head =
        new HBox(
            Parts.label("Size of the change", "section-title"),
            Parts.spring(),
            new TableMenu(
                this::table,
                "photo-size-of-the-change",
                ExportPorts.files(services.dialogs()),
                ExportPorts.notices(services.messages())));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(head);
    for (int i = 0; i < ROWS.length; i++) {
      MathLabel name = new MathLabel(ROWS[i]);
      name.themeProperty().bind(theme);
      name.mutedProperty().set(true);
      values[i] = new Label("–");
      values[i].setId("photo-value-" + i);
      values[i].getStyleClass().add("value");
      HBox row = new HBox(8, name, Parts.spring(), values[i]);
      row.getStyleClass().add("value-row");
      row.setFillHeight(false);
      row.setAlignment(Pos.CENTER_LEFT);
      box.getChildren().add(row);
    }
    box.setMinHeight(USE_PREF_SIZE);
    return box;
  }

  private VBox wordsCard() {
    words.setId("photo-words");
    words.getStyleClass().add("plain-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    VBox card = new VBox(4, Parts.label("In plain words", "remark", "semibold"), words);
    card.getStyleClass().add("card");
    card.setMinHeight(USE_PREF_SIZE);
    return card;
  }

  private static HBox warning() {
    Label text =
        new Label(
            "A TorchScript file is code. It runs when it is opened: take network files only from"
                + " people you trust.");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    FontIcon sign = new FontIcon(Feather.ALERT_TRIANGLE);
    sign.getStyleClass().add("warning");
    HBox card = new HBox(10, sign, text);
    card.getStyleClass().addAll("card-warning", "photo-warning");
    card.setMinHeight(USE_PREF_SIZE);
    return card;
  }

  private void show() {
    PhotoResult result = model.result().get();
    Scores before = model.before().get();
    answers.setVisible(result != null);
    answers.setManaged(result != null);
    if (result == null) {
      dress("card", Feather.INFO, model.running().get() ? "Attacking" : "Not attacked yet", "");
      words.setText(
          before == null
              ? "Choose a network and a photo, then attack it."
              : PhotoWords.before(before));
      for (Label value : values) {
        value.setText("–");
      }
      return;
    }
    PhotoVerdict now = PhotoVerdict.of(result);
    String tone = PhotoWords.tone(now.kind());
    Feather sign = tone.equals("success") ? Feather.CHECK : Feather.ALERT_TRIANGLE;
    dress("card-" + tone, sign, PhotoWords.title(now.kind()), tone);
    boolean moved = result.before().answer() != result.after().answer();
    first.show(result.before().best(), false);
    second.show(result.after().best(), moved);
    words.setText(PhotoWords.describe(result, now));
    values[0].setText(String.format(Locale.ROOT, "%.4f", result.norms().linf()));
    values[1].setText(
        String.format(Locale.ROOT, "%.2f of %.0f", result.norms().l2(), Photo.LARGEST_L2));
    show(values[2], result.random().best());
    show(values[3], result.saved().best());
  }

  /** A long name is cut, and stands in the tooltip. */
  private static void show(Label value, ClassScore score) {
    String text =
        String.format(Locale.ROOT, "%s %.0f %%", score.label(), 100 * score.probability());
    value.setText(text);
    Parts.say(value, text);
  }

  private void dress(String card, Feather sign, String text, String tone) {
    StyleClasses.set(verdict, card);
    icon.setIconCode(sign);
    StyleClasses.oneOf(icon, tone, "danger", "success", "warning");
    StyleClasses.oneOf(title, tone + "-text", "danger-text", "success-text", "warning-text");
    title.setText(text);
  }

  private void showSmallest() {
    PhotoViewModel.Smallest now = model.smallest().get();
    goThere.setDisable(!now.exists());
    if (now.exists()) {
      smallest.setText(String.format(Locale.ROOT, "%.4f", now.shown()));
      part.setText(String.format(Locale.ROOT, "= %.2f/255", now.shown() * 255));
    } else {
      smallest.setText(now.known() ? "none" : "–");
      part.setText(
          now.known() ? "up to 8/255" : now.searching() ? "searching …" : "after an attack");
    }
  }

  private FigureTable table() {
    PhotoResult result = model.result().get();
    List<List<Object>> rows = new ArrayList<>();
    if (result != null) {
      rows.add(List.of("epsilon", result.settings().epsilon()));
      rows.add(List.of("linf", result.norms().linf()));
      rows.add(List.of("l2", result.norms().l2()));
      rows.add(List.of("random signs", result.random().best().label()));
      rows.add(List.of("saved as 8-bit PNG", result.saved().best().label()));
    }
    return new FigureTable(List.of("quantity", "value"), rows);
  }

  /** One answer of the network: the class and how sure it is. */
  private static final class Side extends HBox {
    private final Label name = new Label();
    private final Label percent = new Label();

    Side(String id) {
      super(8);
      setAlignment(Pos.BASELINE_LEFT);
      name.setId(id);
      name.getStyleClass().add("photo-verdict-class");
      name.setMinWidth(0);
      percent.getStyleClass().add("semibold");
      percent.setMinWidth(USE_PREF_SIZE);
      getChildren().addAll(name, Parts.spring(), percent);
    }

    void show(ClassScore score, boolean wrong) {
      name.setText(score.label());
      StyleClasses.set(name, "photo-long", score.label().length() > PhotoWords.LONG);
      StyleClasses.set(name, "danger-text", wrong);
      percent.setText(PhotoWords.percent(score.probability()));
    }
  }
}
