package epsilonlab.ui.generate.denoise;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.Phase;
import epsilonlab.ui.generate.run.LookedAt;
import epsilonlab.ui.generate.run.RestartLink;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The epoch that is looked at: a slider back in time, and a way to go on from there. */
final class EpochPane extends VBox {
  // kept, for bindings do not keep each other alive
  private final BooleanBinding shown;

  EpochPane(LabServices services, DenoiseViewModel model) {
    LookedAt lookedAt = model.course().lookedAt();
    shown = Bindings.isNotNull(model.trainings().shown());
    Label now = Parts.label("", "remark");
    now.setId("denoise-epoch-now");
    now.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(model, lookedAt),
                lookedAt.epoch(),
                lookedAt.live(),
                lookedAt.newest(),
                model.trainings().phase(),
                model.inView().opened()));
    Slider slider = new Slider(0, 1, 0);
    slider.setId("denoise-epoch");
    slider.maxProperty().bind(lookedAt.last());
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    Parts.say(
        slider,
        "Goes back to an earlier epoch t of the training, and to the end again; the lower row shows"
            + " what the network restored then.");
    lookedAt.epoch().addListener((property, before, epoch) -> slider.setValue(epoch.intValue()));
    slider.setValue(lookedAt.epoch().get());
    slider
        .valueProperty()
        .addListener((property, before, value) -> moved(model, lookedAt, slider, value));
    HBox head =
        new HBox(Parts.label("Epoch that is looked at", "field-label"), Parts.spring(), now);
    getChildren()
        .addAll(
            head,
            slider,
            RestartLink.of(
                services,
                "denoise",
                model.form().typed().text(DenoiseForm.LEARNING_RATE),
                model.trainings(),
                lookedAt));
    Parts.showIf(this, shown);
  }

  private static String words(DenoiseViewModel model, LookedAt lookedAt) {
    if (model.inView().opened().get() != null) {
      return "from the library";
    }
    String epoch = String.valueOf(lookedAt.epoch().get());
    if (!lookedAt.live().get()) {
      return epoch + " of " + lookedAt.newest().get();
    }
    return model.trainings().phase().get() == Phase.IDLE ? epoch + ", the end" : epoch + ", live";
  }

  private static void moved(
      DenoiseViewModel model, LookedAt lookedAt, Slider slider, Number value) {
    int epoch = (int) Math.round(value.doubleValue());
    if (epoch != lookedAt.epoch().get()) {
      if (model.inView().opened().get() != null) {
        model.inView().backToTraining();
      }
      lookedAt.lookAt(epoch);
    }
    if (slider.getValue() != lookedAt.epoch().get() && !slider.isValueChanging()) {
      slider.setValue(lookedAt.epoch().get());
    }
  }
}
