package epsilonlab.ui.privacy.microscope;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The ROC curve with the point of the threshold. */
public final class RocPane extends VBox {
  private final MicroscopeModel model;
  private final FigureView view = new FigureView();
  private final Label found = Parts.label("", "roc-share");
  private final Label accused = Parts.label("", "roc-share");

  /**
   * @param part begins the ids, for example {@code mean}
   */
  public RocPane(
      String part,
      MicroscopeModel model,
      LabServices services,
      ObservableValue<FigureTheme> theme) {
    super(4);
    this.model = model;
    MicroscopeStyle.on(this);
    setId(part + "-roc-pane");
    view.setId(part + "-roc");
    view.themeProperty().bind(theme);
    view.figureProperty().bind(model.roc());
    view.staleProperty().bind(model.stale());
    view.setMinSize(0, 0);
    VBox shares = new VBox(2, found, accused);
    shares.getStyleClass().add("roc-shares");
    shares.setMouseTransparent(true);
    shares.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(shares, Pos.BOTTOM_RIGHT);
    StackPane chart = new StackPane(view, shares);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren()
        .addAll(
            Parts.heading("ROC", "members found", Parts.menu(services, view, part + "-roc")),
            chart);
    model.confusion().addListener(any -> say());
    say();
  }

  private void say() {
    Confusion now = model.confusion().get();
    found.setText(now == null ? "" : MicroscopeWords.whole(now.truePositiveRate()) + " found");
    accused.setText(now == null ? "" : MicroscopeWords.whole(now.falsePositiveRate()) + " accused");
  }
}
