package epsilonlab.ui.generate.denoise;

import epsilonlab.data.DataSet;
import epsilonlab.report.figure.DigitPixels;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabPopOver;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.DigitPicker;
import epsilonlab.ui.component.DrawPad;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What to put into the framed column: any test digit, or a drawing of one's own. */
final class DigitPopup {
  private static final double PAD = 8 * DigitPixels.SIDE;
  private static final double PICKER_WIDTH = 5 * 58 + 8;

  private final DenoiseViewModel model;
  private final DigitPicker picker;
  private final DrawPad pad = new DrawPad();
  private PopOver popOver;

  DigitPopup(DenoiseViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    picker = new DigitPicker(this::image, this::label);
    picker.themeProperty().bind(theme);
    picker.setPrefSize(PICKER_WIDTH, PAD);
    picker.setMinSize(PICKER_WIDTH, PAD);
    picker.setId("denoise-picker");
    picker
        .chosenProperty()
        .addListener(
            (property, before, now) -> {
              if (now.intValue() >= 0) {
                model.digits().choose(model.digits().selected().get(), now.intValue());
              }
            });
    pad.themeProperty().bind(theme);
    pad.setMinSize(PAD, PAD);
    pad.setPrefSize(PAD, PAD);
    pad.setId("denoise-pad");
    HBox halves = new HBox(16, chooser(), drawing());
    VBox box = new VBox(8, halves);
    popOver = new LabPopOver(box, PopOver.ArrowLocation.TOP_RIGHT);
    popOver.setTitle("Another digit");
  }

  private VBox chooser() {
    Button random =
        Parts.linkButton(
            Feather.SHUFFLE,
            "Random",
            "Any digit of the test set (R).",
            () -> model.digits().random(model.digits().selected().get()));
    random.setId("denoise-random");
    Button teaching =
        Parts.linkButton(
            Feather.ROTATE_CCW,
            "Those that teach",
            "Chooses all five anew: some that the restoring mends, one that it spoils.",
            model::suggestAgain);
    teaching.setId("denoise-teaching");
    HBox row = new HBox(8, random, teaching);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, Parts.label("From the test set", "field-label"), picker, row);
  }

  private VBox drawing() {
    Button clear = new Button("Clear");
    clear.setOnAction(event -> pad.clear());
    Button use = new Button("Use it", new FontIcon(Feather.CHECK));
    use.setId("denoise-use-drawing");
    use.setOnAction(
        event -> {
          if (!pad.isEmpty()) {
            model.digits().draw(model.digits().selected().get(), pad.centred());
            popOver.hide();
          }
        });
    Parts.say(use, "Puts the drawing, centred as MNIST's digits are, into the framed column.");
    use.setAccessibleText("Use it");
    HBox row = new HBox(8, clear, Parts.spring(), use);
    return new VBox(4, Parts.label("Or draw one", "field-label"), pad, row);
  }

  private float[] image(int index) {
    DataSet data = model.session().data().get();
    return data == null || index >= data.test().size()
        ? new float[DigitPixels.COUNT]
        : data.test().image(index);
  }

  private String label(int index) {
    DataSet data = model.session().data().get();
    return data == null || index >= data.test().size()
        ? ""
        : "No. " + index + ", a " + data.test().label(index);
  }

  void show(Node owner) {
    DataSet data = model.session().data().get();
    if (data == null || model.digits().samples().get().isEmpty()) {
      return;
    }
    int column = model.digits().selected().get();
    int now = model.digits().samples().get().get(column).index();
    picker.imagesChanged();
    picker.chosenProperty().set(Math.max(-1, now));
    picker.setIndices(IntStream.range(0, data.test().size()).toArray());
    popOver.show(owner);
  }
}
