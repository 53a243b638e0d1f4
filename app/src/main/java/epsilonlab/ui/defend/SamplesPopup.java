package epsilonlab.ui.defend;

import epsilonlab.data.DataSet;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabPopOver;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Sampled adversarial digits of one network, a row for each epsilon. */
final class SamplesPopup {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 312;

  private final LabSession session;
  private final List<RaceModel> models;
  private final DataSet data;
  private final Latest<DigitWall> requests;
  private final PopOver popOver;
  private final FigureView view = new FigureView();

  /** Of the networks that there are now. */
  SamplesPopup(DefendViewModel model, LabServices services, ObservableValue<FigureTheme> theme) {
    session = model.session();
    models = model.models().get();
    // another race may end while it is open
    data = models.isEmpty() ? null : model.trained().plan().data();
    requests = new Latest<>(session.jobs(), session.fx());
    view.setId("defend-samples-wall");
    view.themeProperty().bind(theme);
    view.setPrefSize(WIDTH, HEIGHT);
    ComboBox<RaceModel> which =
        Parts.box(models, RaceModel::name, "Under which training the digits are attacked.");
    which.valueProperty().addListener((property, before, now) -> request(now));
    HBox head =
        new HBox(
            8,
            Parts.label("Attacked by PGD, a row for each ε; trained by", "section-title"),
            which,
            Parts.spring(),
            Parts.menu(services, view, "sample-digits"));
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    VBox content = new VBox(12, head, view);
    popOver = new LabPopOver(content, PopOver.ArrowLocation.BOTTOM_RIGHT);
    popOver.setOnHidden(event -> requests.forget());
    if (!models.isEmpty()) {
      which.setValue(models.get(models.size() - 1));
    }
  }

  private void request(RaceModel of) {
    long seed = session.seed().get();
    view.setStale(true);
    requests.request(
        Work.following("Sample digits", () -> Samples.of(session, of, data, seed)),
        wall -> {
          view.setFigure(wall);
          view.setStale(false);
        },
        session::fail);
  }

  void show(Node owner) {
    if (!models.isEmpty()) {
      popOver.show(owner);
    }
  }

  void hide() {
    popOver.hide();
  }
}
