package epsilonlab.ui.generate.vae;

import epsilonlab.data.DataSet;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabPopOver;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.DigitPicker;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;

/** An end of the walk: on the map, or where the encoder puts a test digit that is picked. */
final class EndButton extends Button {
  private final String name;
  private final LabSession session;
  private final ObjectProperty<Spot> end;
  private final ObservableValue<FigureTheme> theme;

  EndButton(
      String name,
      VaeViewModel model,
      ObjectProperty<Spot> end,
      ObservableValue<FigureTheme> theme) {
    this.name = name;
    this.session = model.session();
    this.end = end;
    this.theme = theme;
    setId("vae-end-" + name.toLowerCase(java.util.Locale.ROOT));
    getStyleClass().addAll("flat", "vae-end");
    setMinWidth(USE_PREF_SIZE);
    Parts.say(this, "Puts " + name + " where the encoder puts a test digit, or back on the map.");
    setOnAction(event -> open());
    end.addListener((property, before, now) -> dress());
    dress();
  }

  private void dress() {
    setText(name + (end.get().isDigit() ? ": No. " + end.get().digit() : ": pick …"));
  }

  private void open() {
    DataSet data = session.data().get();
    if (data == null) {
      return;
    }
    DigitPicker picker =
        new DigitPicker(
            index -> data.test().image(index),
            index -> "No. " + index + ", " + VaeNames.of(session, data.test().label(index)));
    picker.themeProperty().bind(theme);
    picker.setIndices(IntStream.range(0, data.test().size()).toArray());
    picker.setPrefSize(248, 264);
    picker.setId("vae-picker");
    int start = end.get().isDigit() ? end.get().digit() : session.digit().get();
    picker.chosenProperty().set(Math.min(start, data.test().size() - 1));
    TextField index = new TextField();
    index.setId("vae-picker-index");
    index.setPromptText("0 to " + (data.test().size() - 1));
    index.setPrefColumnCount(6);
    Parts.say(index, "The index of a test digit; Enter takes it.");
    Label wrong = Parts.label("", "danger-text");
    wrong.setManaged(false);
    index.setOnAction(
        event -> {
          if (!pick(index.getText(), picker)) {
            wrong.setText("Type 0 to " + (data.test().size() - 1) + ".");
            wrong.setManaged(true);
          }
        });
    Button back =
        Parts.linkButton(
            Feather.MAP_PIN, "On the map", "Leaves the digit; drag " + name + " on the map.", null);
    HBox row = new HBox(8, Parts.label("No.", "muted"), index, Parts.spring(), back);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    VBox content = new VBox(8, row, wrong, picker);
    PopOver popOver = new LabPopOver(content, PopOver.ArrowLocation.BOTTOM_RIGHT);
    back.setOnAction(
        event -> {
          end.set(Spot.at(0, 0));
          popOver.hide();
        });
    picker
        .chosenProperty()
        .addListener((property, before, now) -> end.set(Spot.ofDigit(now.intValue())));
    popOver.show(this);
  }

  private boolean pick(String text, DigitPicker picker) {
    DataSet data = session.data().get();
    try {
      int wanted = Integer.parseInt(text.strip());
      if (wanted >= 0 && wanted < data.test().size()) {
        picker.chosenProperty().set(wanted);
        end.set(Spot.ofDigit(wanted));
        return true;
      }
      return false;
    } catch (NumberFormatException none) {
      return false;
    }
  }
}
