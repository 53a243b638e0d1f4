package epsilonlab.ui.train;

import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.ui.Parts;
import epsilonlab.ui.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** A model in two lines with its two accuracies; the rest is in the tooltip. */
final class LibraryCell extends ListCell<ModelEntry> {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final ObjectBinding<FigureTheme> theme;
  private final Circle dot = new Circle(5);
  private final Label name = new Label();
  private final Label training = new Label();
  private final Label clean = Parts.label("", "value", "library-clean");
  private final Label robust = Parts.label("", "value", "library-robust");
  private final Tooltip tip = new Tooltip();
  private final HBox row;

  LibraryCell(ObjectBinding<FigureTheme> theme) {
    this.theme = theme;
    name.getStyleClass().add("semibold");
    training.getStyleClass().add("muted");
    VBox words = new VBox(name, training);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(words, clean, robust);
    row.getChildren().add(0, dot);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("library-row");
    // as wide as the list, so that long names are cut and not scrolled to
    setPrefWidth(0);
    getStyleClass().add("library-cell");
    theme.addListener((property, before, now) -> colour());
  }

  @Override
  protected void updateItem(ModelEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    setText(null);
    if (empty || entry == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    ModelCard card = entry.card();
    name.setText(card.name());
    training.setText(card.training());
    clean.setText(Words.percent(card.cleanAccuracy()));
    robust.setText(Words.percent(card.robustAccuracy()));
    tip.setText(rest(entry));
    setTooltip(tip);
    setGraphic(row);
    setAccessibleText(
        card.name() + ", clean " + clean.getText() + " %, robust " + robust.getText() + " %");
    colour();
  }

  private void colour() {
    if (getItem() != null) {
      SeriesColours of = SeriesColours.of(getItem().card());
      dot.setFill(Parts.colour(of.on(theme.get())));
    }
  }

  private static String rest(ModelEntry entry) {
    ModelCard card = entry.card();
    String settings =
        card.settings().entrySet().stream()
            .filter(setting -> !setting.getKey().endsWith("sha256"))
            .map(setting -> setting.getKey() + " " + setting.getValue())
            .collect(Collectors.joining(", "));
    return card.name()
        + "\nnetwork "
        + card.architecture()
        + ", data "
        + card.dataset()
        + ", seed "
        + card.seed()
        + "\n"
        + card.training()
        + (settings.isEmpty() ? "" : "\n" + settings)
        + "\n"
        + DATE.format(card.created())
        + "\nSHA-256 "
        + entry.sha256();
  }
}
