package epsilonlab.ui.generate.denoise;

import epsilonlab.generative.NoiseKind;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.component.SliderScale;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** The wide slider of the noise that is looked at. */
final class NoisePane extends StackPane {
  private final DenoiseViewModel model;
  private final EpsilonSlider slider = new EpsilonSlider();

  NoisePane(DenoiseViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    slider.setId("denoise-noise");
    slider.themeProperty().bind(theme);
    slider.setMinWidth(280);
    Tooltip tip =
        new Tooltip(
            "The noise that the digits above get: the standard deviation σ of Gaussian noise, or the"
                + " part p of the pixels. The draw stays the same, only its size moves.");
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    Tooltip.install(slider, tip);
    getChildren().add(slider);
    model.inView().autoencoder().addListener((property, before, now) -> follow(now));
    follow(model.inView().autoencoder().get());
    slider.valueProperty().bindBidirectional(model.noise());
  }

  private void follow(Autoencoder now) {
    NoiseKind kind = now == null ? NoiseKind.GAUSSIAN : now.noise().kind();
    slider.scaleProperty().set(scale(kind, model.mostNoise()));
    slider
        .markProperty()
        .set(
            now == null
                ? null
                : new EpsilonSlider.Mark(
                    now.noise().size(), "trained at " + Numbers.epsilon(now.noise().size())));
  }

  private static SliderScale scale(NoiseKind kind, double most) {
    boolean gaussian = kind == NoiseKind.GAUSSIAN;
    return new SliderScale(
        most,
        List.of(0.0, most / 4, most / 2, 0.75 * most, most),
        0.01,
        0.01,
        0.1,
        Numbers::epsilon,
        value -> "noise now",
        gaussian
            ? new SliderScale.Quantity("σ", "Noise", "its standard deviation")
            : new SliderScale.Quantity("p", "Noise", "the part of the pixels that is spoiled"));
  }
}
