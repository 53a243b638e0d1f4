package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.job.JobHandle;
import epsilonlab.job.Work;
import epsilonlab.report.MembershipCharts;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import epsilonlab.ui.component.FigureView;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Lies over the window: why separable data have no finite minimiser, shown on the chosen data. */
final class NormCard extends VBox {
  private static final double HELD = 0.1;
  private static final double WIDTH = 560;

  private final ReadOnlyStringWrapper measured =
      new ReadOnlyStringWrapper("The same images are being fitted more and more exactly …");
  private final FigureView view = new FigureView();

  NormCard(LabServices services, Sweep sweep, ObservableValue<FigureTheme> theme) {
    super(12);
    setId("logistic-norm-card");
    getStyleClass().addAll("popover-card", "logistic-norm");
    LogisticStyle.on(this);
    setMaxSize(WIDTH, USE_PREF_SIZE);
    setPrefWidth(WIDTH);
    Button close =
        Parts.iconButton(
            Feather.X, "Closes this (Esc).", () -> services.state().overlay().set(null));
    close.setId("logistic-norm-close");
    HBox head =
        new HBox(
            8,
            Parts.label("Why the weights grow so long", "help-title"),
            Parts.spring(),
            Parts.menu(services, view, "weight-norm"),
            close);
    RichText why =
        flow(
            "If some weights $w$ get every image right, then $2w$ do so too, and are surer: the loss"
                + " −log $p$ of every image falls, towards 0 but never to it. So **separable data"
                + " have no best weights**: without a regulariser there is always a longer $w$ with"
                + " a smaller loss. The solver stops where the gradient is small enough, and $‖w‖$"
                + " says only where that was. The penalty $‖w‖²$ / (2$C$) ends this: now longer"
                + " weights cost something, and one $w$ is the best.");
    view.themeProperty().bind(theme);
    view.setId("logistic-norm-chart");
    view.setPrefHeight(220);
    view.setMinHeight(220);
    getChildren().addAll(head, why, view, flow(measured));
    measure(services, sweep);
  }

  private static RichText flow(String words) {
    return flow(new ReadOnlyStringWrapper(words));
  }

  private static RichText flow(ObservableValue<String> words) {
    RichText text = new RichText(words);
    text.getStyleClass().add("logistic-small-flow");
    text.setMinHeight(USE_PREF_SIZE);
    return text;
  }

  private void measure(LabServices services, Sweep sweep) {
    DataSet data = sweep.data().data().get();
    if (data == null) {
      measured.set("There is no data set yet.");
      return;
    }
    int n = Math.min(sweep.form().chosen().get().n(), 400);
    double c = sweep.regularised(HELD);
    JobHandle<NormStudy> fitting =
        services
            .jobs()
            .submit(
                Work.following(
                    "Fit more exactly",
                    () -> NormStudy.of(services.session().compute().join(), data, n, c)));
    // nobody waits for it once this is closed
    sceneProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                fitting.cancel();
              }
            });
    fitting
        .future()
        .whenComplete(
            (study, failure) ->
                services
                    .fx()
                    .execute(
                        () -> {
                          if (failure == null) {
                            show(study, n, c);
                          } else {
                            measured.set("The fits did not come to an end.");
                          }
                        }));
  }

  private void show(NormStudy study, int n, double c) {
    view.setFigure(study.chart("C = " + MembershipCharts.symbol(c)));
    NormStudy.Point first = study.points().get(0);
    NormStudy.Point last = study.points().get(study.points().size() - 1);
    measured.set(
        "%,d images, %s of them right: from the coarsest to the finest solution $‖w‖$ goes from %s to %s at $C$ = ∞, and from %s to %s at $C$ = %s."
            .formatted(
                n,
                Numbers.percent(last.trainAccuracy()),
                LogisticWords.norm(first.free()),
                LogisticWords.norm(last.free()),
                LogisticWords.norm(first.held()),
                LogisticWords.norm(last.held()),
                MembershipCharts.symbol(c)));
  }
}
