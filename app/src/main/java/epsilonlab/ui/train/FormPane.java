package epsilonlab.ui.train;

import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.ui.LabState;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.data.DataChoice;
import epsilonlab.ui.data.DataMenu;
import epsilonlab.ui.train.TrainingForm.Field;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** Everything that is chosen before a training: data, network, optimiser and numbers. */
final class FormPane extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final TrainingForm form;
  // kept, for bindings do not keep each other alive
  private final ObjectBinding<FigureTheme> theme;

  FormPane(TrainingForm form, DataChoice data, LabState state) {
    this.form = form;
    this.theme = Parts.theme(state);
    getStyleClass().add("train-form");
    ComboBox<DataChoice.Option> sets = DataMenu.box(data);
    sets.setId("train-data");
    Label title = Parts.label("Training", "section-title", "train-form-title");
    getChildren()
        .addAll(
            Parts.label("Data set", "section-title"),
            sets,
            networkTitle(),
            network(),
            drawing(),
            title,
            numbers(),
            complaint());
  }

  private HBox networkTitle() {
    Label count = Parts.label("", "remark");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    String.format(
                        Locale.ROOT, "%,d parameters", form.architecture().get().parameterCount()),
                form.architecture()));
    HBox row = new HBox(Parts.label("Network", "section-title"), Parts.spring(), count);
    row.getStyleClass().add("train-form-title");
    return row;
  }

  private ComboBox<Architecture> network() {
    ComboBox<Architecture> box = new ComboBox<>();
    box.getItems().setAll(Architectures.ALL);
    box.setCellFactory(list -> new NetworkCell());
    box.setButtonCell(new NetworkCell());
    box.valueProperty().bindBidirectional(form.architecture());
    box.setMaxWidth(Double.MAX_VALUE);
    box.setId("train-network");
    Parts.say(
        box,
        "The function f(x) whose weights θ are trained; its colour is the same in all charts.");
    return box;
  }

  /** A dot in the network's colour, and its name. */
  private final class NetworkCell extends ListCell<Architecture> {
    private final Circle dot = new Circle(5);

    NetworkCell() {
      getStyleClass().add("train-dot-cell");
    }

    @Override
    protected void updateItem(Architecture item, boolean empty) {
      super.updateItem(item, empty);
      dot.fillProperty().unbind();
      setText(empty || item == null ? "" : item.title());
      setGraphic(empty || item == null ? null : dot);
      if (!empty && item != null) {
        dot.fillProperty()
            .bind(
                Bindings.createObjectBinding(
                    () -> Parts.colour(TrainFigures.colour(item).on(theme.get())), theme));
      }
    }
  }

  private StackPane drawing() {
    FigureView view = new FigureView();
    view.setId("train-drawing");
    view.themeProperty().bind(theme);
    view.figureProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> TrainFigures.drawing(form.architecture().get()), form.architecture()));
    StackPane frame = new StackPane(view);
    frame.getStyleClass().add("train-drawing");
    return frame;
  }

  private GridPane numbers() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("train-grid");
    ComboBox<OptimizerKind> optimizer =
        Parts.box(
            List.of(OptimizerKind.values()),
            OptimizerKind::title,
            "The rule that turns gradients ∇L into steps of the weights θ.");
    optimizer.valueProperty().bindBidirectional(form.optimizer());
    optimizer.setId("train-optimizer");
    VBox momentum =
        field(
            "Momentum $μ$",
            Field.MOMENTUM,
            "The share μ of the last step that SGD adds to the next one.");
    momentum.visibleProperty().bind(form.optimizer().isEqualTo(OptimizerKind.SGD));
    momentum.managedProperty().bind(momentum.visibleProperty());
    VBox kind = labelled("Optimiser", optimizer);
    HBox.setHgrow(kind, Priority.ALWAYS);
    momentum.setPrefWidth(112);
    momentum.setMinWidth(112);
    kind.setMinWidth(0);
    HBox first = new HBox(8, kind, momentum);
    grid.add(first, 0, 0, 2, 1);
    ComboBox<Schedule> schedule =
        Parts.box(
            List.of(Schedule.values()),
            Schedule::title,
            "Whether η stays, or falls in equal steps to 0 at the end, which settles the weights.");
    schedule.valueProperty().bindBidirectional(form.schedule());
    grid.addRow(
        1,
        field(
            "Learning rate $η$",
            Field.LEARNING_RATE,
            "The length η of a step against the gradient."),
        field("Batch size", Field.BATCH, "How many images B one step averages its gradient over."));
    grid.addRow(
        2,
        field(
            "Epochs",
            Field.EPOCHS,
            "How often T the training goes through the whole training set."),
        field(
            "Seed",
            Field.SEED,
            "The number that fixes all that is random: first weights, order of images, dropout."));
    grid.addRow(
        3,
        labelled("Schedule of $η$", schedule),
        field(
            "Weight decay $λ$",
            Field.WEIGHT_DECAY,
            "The pull λ of every weight towards 0, λθ added to the gradient."));
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      grid.getColumnConstraints().add(half);
    }
    return grid;
  }

  private VBox field(String name, Field field, String says) {
    TextField text = new TextField();
    text.textProperty().bindBidirectional(form.text(field));
    text.setId("train-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Parts.say(text, says);
    form.wrong()
        .addListener((property, before, now) -> text.pseudoClassStateChanged(WRONG, now == field));
    text.focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                form.check();
              }
            });
    text.setOnAction(event -> form.check());
    return labelled(name, text);
  }

  private VBox labelled(String name, Control control) {
    return Parts.labelled(theme, name, control);
  }

  private Label complaint() {
    Label complaint = Parts.complaint(form.complaint());
    complaint.setId("train-complaint");
    return complaint;
  }
}
