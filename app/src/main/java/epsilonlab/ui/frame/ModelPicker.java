package epsilonlab.ui.frame;

import epsilonlab.ui.ModelChoice;
import epsilonlab.ui.ModelChoices;
import epsilonlab.ui.theme.ThemeSwitch;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/** Chooses the model in use; greyed where a tab does not use it. */
final class ModelPicker extends ComboBox<ModelChoice> {
  private final ThemeSwitch theme;

  ModelPicker(ModelChoices models, ThemeSwitch theme) {
    super(models.items());
    this.theme = theme;
    setId("model-picker");
    getStyleClass().add("model-picker");
    setAccessibleText("Model in use");
    setTooltip(new Tooltip("The network that this tab works on"));
    setPromptText("No model yet");
    setVisibleRowCount(12);
    setCellFactory(list -> new Cell(null));
    setButtonCell(new Cell("No model yet"));
    valueProperty().bindBidirectional(models.chosen());
    theme
        .effectiveTheme()
        .addListener((property, before, now) -> setButtonCell(new Cell("No model yet")));
  }

  private final class Cell extends ListCell<ModelChoice> {
    private final Circle dot = new Circle(5);
    private final Label name = new Label();
    private final Label percent = new Label();
    private final HBox row = new HBox(dot, name, percent);

    private final String whenEmpty;

    Cell(String whenEmpty) {
      this.whenEmpty = whenEmpty;
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("model-row");
      name.getStyleClass().add("model-name");
      percent.getStyleClass().add("muted");
      percent.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(ModelChoice choice, boolean nothing) {
      super.updateItem(choice, nothing);
      setText(choice == null ? whenEmpty : null);
      setGraphic(choice == null ? null : row);
      setTooltip(null);
      if (choice != null) {
        dot.setFill(theme.palette().series(choice.seriesColour()));
        name.setText(choice.name());
        percent.setText(choice.percent());
        setAccessibleText(choice.name() + ", " + choice.percent());
        if (!choice.detail().isEmpty()) {
          setTooltip(new Tooltip(choice.detail()));
        }
      }
    }
  }
}
