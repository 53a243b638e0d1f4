package epsilonlab.ui.photo;

import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.PhotoSettings.Goal;
import epsilonlab.photo.Scores;
import epsilonlab.report.PhotoCharts;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.SliderScale;
import epsilonlab.ui.photo.PhotoViewModel.Missing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The middle: pictures, slider, the likeliest classes and the curves of the attack. */
final class SeePane extends StackPane {
  private static final double CURVES = 264;
  // on a projector: twice, one and a half times, one and a quarter times as large
  private static final double[] PROJECTED = {448, 336, 280};
  // slider, heading and a chart that can be read
  private static final double BESIDES_PICTURES = 300;
  private static final double SPACING = 8;

  private final PhotoViewModel model;
  private final FigureView bars = new FigureView();
  private final FigureView probabilities = new FigureView();
  private final FigureView loss = new FigureView();
  private final Label steps = Parts.label("", "section-title");
  private final Label flips = new Label();
  private final EpsilonSlider slider = new EpsilonSlider();
  // kept, for bindings do not keep each other alive
  private final DoubleBinding side;

  SeePane(LabServices services, PhotoViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    for (FigureView view : new FigureView[] {bars, probabilities, loss}) {
      view.themeProperty().bind(theme);
    }
    flips.getStyleClass().add("remark");
    Parts.showIf(flips, services.state().presenting().not());
    bars.setId("photo-bars");
    probabilities.setId("photo-probabilities");
    loss.setId("photo-loss");
    side =
        Bindings.createDoubleBinding(
            () -> side(services.state().presenting().get(), theme.getValue().text()),
            services.state().presenting(),
            theme,
            widthProperty(),
            heightProperty(),
            insetsProperty());
    PicturesPane pictures = new PicturesPane(model, theme, side);
    StackPane framed = new StackPane(pictures, new PictureMenu(services, model, pictures));
    StackPane.setAlignment(framed.getChildren().get(1), Pos.TOP_RIGHT);
    // beside the captions, which are lower than it is
    StackPane.setMargin(framed.getChildren().get(1), new Insets(-8, 0, 0, 0));
    VBox all = new VBox(SPACING, framed, slider(theme), Parts.rule(), below(services));
    all.visibleProperty().bind(model.missing().isEqualTo(Missing.NOTHING));
    getChildren().addAll(all, new EmptyPane(services, model));
    model.before().addListener((property, before, now) -> show());
    model.live().addListener((property, before, now) -> show());
    model.result().addListener((property, before, now) -> show());
    model.smallest().addListener((property, before, now) -> showSmallest());
    model.result().addListener((property, before, now) -> showSmallest());
    show();
  }

  /** As large as the projector's window lets the pictures be. */
  private double side(boolean presenting, double text) {
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    double height = getHeight() - snappedTopInset() - snappedBottomInset();
    double room = height - PicturesPane.words(text) - BESIDES_PICTURES;
    for (double larger : PROJECTED) {
      if (presenting && PicturesPane.width(larger) <= width && larger <= room) {
        return larger;
      }
    }
    return Photo.SIDE;
  }

  private EpsilonSlider slider(ObservableValue<FigureTheme> theme) {
    slider.setId("photo-epsilon");
    slider.themeProperty().bind(theme);
    slider.scaleProperty().set(SliderScale.COLOUR_CHANGE);
    slider.valueProperty().bindBidirectional(model.form().epsilon());
    return slider;
  }

  private HBox below(LabServices services) {
    VBox left =
        new VBox(
            4,
            Parts.heading(
                "Top five, before and after", "", Parts.menu(services, bars, "photo-top-five")),
            bars);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    // a projector shows the answers under the pictures, and one chart
    Parts.showIf(left, services.state().presenting().not());
    HBox title = new HBox(8, steps, flips, Parts.spring());
    title.setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("figure-heading");
    title.getChildren().addAll(Parts.menu(services, probabilities, "photo-probabilities"));
    HBox lossTitle =
        new HBox(
            8,
            Parts.label("Loss, log scale", "remark"),
            Parts.spring(),
            Parts.menu(services, loss, "photo-loss"));
    lossTitle.setAlignment(Pos.CENTER_LEFT);
    lossTitle.getStyleClass().add("photo-loss-heading");
    Parts.showIf(lossTitle, services.state().presenting().not());
    Parts.showIf(loss, services.state().presenting().not());
    Label what = Parts.label("Probability", "remark");
    Parts.showIf(what, services.state().presenting().not());
    VBox right = new VBox(4, title, what, probabilities, lossTitle, loss);
    right.setMinWidth(CURVES);
    right
        .maxWidthProperty()
        .bind(
            Bindings.when(services.state().presenting()).then(Double.MAX_VALUE).otherwise(CURVES));
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setId("photo-curves");
    VBox.setVgrow(probabilities, Priority.ALWAYS);
    VBox.setVgrow(loss, Priority.ALWAYS);
    HBox row = new HBox(24, left, right);
    VBox.setVgrow(row, Priority.ALWAYS);
    return row;
  }

  private void show() {
    Scores before = model.before().get();
    PhotoViewModel.Live live = model.live().get();
    PhotoResult result = model.result().get();
    List<Scores> trace = List.of();
    Goal goal = new Goal(0, -1);
    int most = 40;
    if (live != null) {
      trace = live.trace();
      goal = live.goal();
      most = live.step().steps();
    }
    if (result != null && !model.running().get()) {
      trace = result.trace();
      goal = result.goal();
      most = result.steps();
    }
    Scores after = trace.isEmpty() ? null : trace.get(trace.size() - 1);
    bars.setFigure(before == null ? null : PhotoCharts.topFive(before, after));
    probabilities.setFigure(PhotoCharts.probabilities(trace, goal, most));
    loss.setFigure(PhotoCharts.loss(trace, goal, most));
    steps.setText(
        trace.isEmpty() ? "Over the steps" : "Over the %d steps".formatted(Math.max(most, 1)));
    double flip = PhotoCharts.flip(trace, goal);
    flips.setText(Double.isNaN(flip) ? "" : "flips at step %.0f".formatted(flip));
  }

  private void showSmallest() {
    PhotoViewModel.Smallest now = model.smallest().get();
    PhotoResult result = model.result().get();
    slider.smallestFoolingProperty().set(now.shown());
    if (result != null) {
      slider
          .fooledWordProperty()
          .set(
              result.goal().isTargeted()
                  ? result.before().names().label(result.goal().wanted())
                  : "fooled");
    }
  }
}
