package epsilonlab.ui.train;

import epsilonlab.ui.Parts;
import epsilonlab.ui.Words;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The test accuracy, large, and the numbers of the training. */
final class ResultPane extends VBox {
  private final TrainViewModel model;
  private final VBox card;

  ResultPane(TrainViewModel model) {
    this.model = model;
    getStyleClass().add("train-result");
    card = card();
    getChildren().addAll(card, rows());
  }

  /** The card with the test accuracy. */
  VBox accuracy() {
    return card;
  }

  private VBox rows() {
    VBox rows =
        new VBox(
            row("Epoch", Readout::epoch, true),
            row("Test loss", Readout::testLoss, true),
            row("Time", Readout::time, true),
            row("Speed", Readout::speed, false));
    rows.getStyleClass().add("train-rows");
    return rows;
  }

  private VBox card() {
    Label number = text(test -> String.format(Locale.ROOT, "%.2f", 100 * test.accuracy()), "–");
    number.setId("train-accuracy-number");
    number.getStyleClass().add("hero-number");
    Label percent = Parts.label("%", "key-number", "train-percent");
    percent.visibleProperty().bind(model.test().isNotNull());
    HBox hero = new HBox(8, number, percent);
    hero.setAlignment(Pos.BASELINE_LEFT);
    hero.getStyleClass().add("train-hero");
    Label title =
        text(
            test ->
                "Test accuracy after "
                    + (Words.epochNumber(test.epochs()).contains(".")
                        ? Words.epochs(test.epochs())
                        : "epoch " + Words.epochNumber(test.epochs())),
            "Test accuracy");
    title.getStyleClass().add("muted");
    Label wrong =
        text(
            test ->
                String.format(
                    Locale.ROOT, "%,d of %,d test digits wrong", test.wrong(), test.size()),
            "Known after the first epoch");
    wrong.getStyleClass().add("muted");
    VBox card = new VBox(title, hero, wrong);
    card.getStyleClass().addAll("card", "train-card");
    return card;
  }

  private Label text(Function<TestSummary, String> of, String none) {
    Label label = new Label();
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.test().get() == null ? none : of.apply(model.test().get()),
                model.test()));
    return label;
  }

  private HBox row(String name, Function<Readout, String> of, boolean ruled) {
    Label value = Parts.label("", "value");
    value
        .textProperty()
        .bind(Bindings.createStringBinding(() -> of.apply(model.readout().get()), model.readout()));
    HBox row = new HBox(Parts.label(name, "train-row-name"), Parts.spring(), value);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add(ruled ? "train-row" : "train-row-last");
    return row;
  }
}
