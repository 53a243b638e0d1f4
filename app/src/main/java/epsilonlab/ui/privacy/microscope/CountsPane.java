package epsilonlab.ui.privacy.microscope;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.ui.Parts;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Of a hundred members so many are found, of a hundred non-members so many accused. */
public final class CountsPane extends HBox {
  /**
   * @param part begins the ids, for example {@code mean}
   */
  public CountsPane(String part, MicroscopeModel model, ObservableValue<FigureTheme> theme) {
    this(part, model.confusion(), theme);
  }

  /**
   * The same for what was found in another way.
   *
   * @param confusion what was found, or null
   */
  public CountsPane(
      String part, ObservableValue<Confusion> confusion, ObservableValue<FigureTheme> theme) {
    MicroscopeStyle.on(this);
    getStyleClass().add("counts");
    setMinWidth(0);
    setId(part + "-counts");
    getChildren()
        .addAll(
            side(
                part + "-found",
                "members found",
                SeriesColours.LENET,
                confusion,
                Confusion::truePositiveRate,
                theme),
            side(
                part + "-accused",
                "non-members accused",
                SeriesColours.MLP,
                confusion,
                Confusion::falsePositiveRate,
                theme));
  }

  private static VBox side(
      String id,
      String what,
      Hue colour,
      ObservableValue<Confusion> confusion,
      ToDoubleFunction<Confusion> share,
      ObservableValue<FigureTheme> theme) {
    DotArray dots = new DotArray(colour);
    dots.themeProperty().bind(theme);
    HBox centred = new HBox(dots);
    centred.setAlignment(Pos.CENTER);
    Label number = Parts.label("", "count-number");
    number.setId(id);
    Label caption = new Label(what);
    caption.getStyleClass().addAll("remark", "count-caption");
    caption.setWrapText(true);
    caption.setMinHeight(USE_PREF_SIZE);
    VBox side = new VBox(centred, number, caption);
    side.getStyleClass().add("count");
    Tooltip tip = new Tooltip();
    Tooltip.install(side, tip);
    Runnable show =
        () -> {
          Confusion now = confusion.getValue();
          int of = now == null ? 0 : MicroscopeWords.ofHundred(share.applyAsDouble(now));
          dots.filled().set(of);
          number.setText(now == null ? "–" : of + " of 100");
          tip.setText(now == null ? "" : exactly(now, what));
        };
    confusion.addListener((property, before, now) -> show.run());
    show.run();
    return side;
  }

  private static String exactly(Confusion now, String what) {
    return what.startsWith("members")
        ? "Exactly %,d of %,d members".formatted(now.found(), now.members())
        : "Exactly %,d of %,d non-members".formatted(now.accused(), now.others());
  }
}
