package epsilonlab.ui.generate.vae;

import epsilonlab.generative.Pictures;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.settings.Setting;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.SmallSwitch;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.generate.run.TimeLine;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Eleven digits in a row: the walk from A to B, or one sample through the epochs. */
final class WalkPane extends VBox {
  private static final Setting<Boolean> TIME = Setting.of("vae.time-line", Boolean.class, false);

  private final VaeViewModel model;
  private final FigureView walk = new FigureView();
  private final Label remark = new Label();
  private final BooleanProperty timeLine = new SimpleBooleanProperty();

  WalkPane(VaeViewModel model, LabServices services, ObservableValue<FigureTheme> theme) {
    this.model = model;
    walk.setId("vae-walk");
    walk.themeProperty().bind(theme);
    walk.setMinWidth(0);
    remark.getStyleClass().add("remark");
    remark.setMinWidth(0);
    // large letters leave no room beside the title
    Parts.showIf(remark, services.state().presenting().not());
    TimeLine time = new TimeLine(theme, model.course().lookedAt(), this::sample);
    time.setId("vae-time-line");
    timeLine.set(model.session().settings().get(TIME));
    SmallSwitch both =
        new SmallSwitch(
            timeLine,
            new SmallSwitch.Side(
                "vae-show-walk",
                "A to B",
                "Shows eleven steps on the straight line from A to B through the space z."),
            new SmallSwitch.Side(
                "vae-show-time",
                "time line",
                "Goes back in time: the map, the samples and the decoded digit follow the epoch"
                    + " that is looked at."));
    Label title = Parts.label("", "section-title");
    HBox ends =
        new HBox(
            4,
            new EndButton("A", model, model.cursor().a(), theme),
            new EndButton("B", model, model.cursor().b(), theme));
    ends.setAlignment(Pos.CENTER);
    var walkMenu = Parts.menu(services, walk, "vae-walk");
    var timeMenu = Parts.menu(services, time.view(), "vae-time-line");
    HBox heading =
        new HBox(8, title, remark, Parts.spring(), ends, both, new StackPane(walkMenu, timeMenu));
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("figure-heading");
    Parts.showIf(time, timeLine);
    Parts.showIf(walk, timeLine.not());
    Parts.showIf(ends, timeLine.not());
    timeMenu.visibleProperty().bind(timeLine);
    walkMenu.visibleProperty().bind(timeLine.not());
    title.textProperty().bind(Bindings.when(timeLine).then("Time line").otherwise("From A to B"));
    timeLine.addListener(
        (property, before, now) -> {
          model.session().settings().set(TIME, now);
          say();
        });
    getChildren().addAll(heading, walk, time);
    model.cursor().walk().addListener((property, before, now) -> show(now));
    model.course().pictures().addListener((property, before, now) -> time.refresh());
    model.course().lookedAt().epoch().addListener((property, before, now) -> say());
    model.opened().addListener((property, before, now) -> time.setDisable(now != null));
    show(model.cursor().walk().get());
    say();
  }

  // a sample from the unit Gaussian, always of the same z
  private float[] sample(int epoch) {
    var at = model.course().all().floorEntry(epoch);
    Optional<Pictures> pictures = Optional.ofNullable(at).map(java.util.Map.Entry::getValue);
    return pictures.filter(some -> some.count() > 0).map(some -> some.image(0)).orElse(null);
  }

  private void say() {
    boolean time = timeLine.get();
    String name =
        model.session().model().get() == null ? "" : model.session().model().get().card().name();
    remark.setText(
        time
            ? "the first sample, epoch " + model.course().lookedAt().epoch().get()
            : "along the dashed line" + (name.isEmpty() ? "" : ", and what " + name + " reads"));
  }

  private void show(ReadImages now) {
    if (now == null) {
      return;
    }
    walk.setFigure(VaeWords.walk(now, model.session()));
    say();
  }
}
