package epsilonlab.ui.generate.vae;

import epsilonlab.report.figure.DigitGrid;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LikeliestClasses;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The digit that the point decodes to, its z, and what the model in use reads in it. */
final class PointPane extends VBox {
  private static final int ANSWERS = 3;

  private final VaeViewModel model;
  private final FigureView digit = new FigureView();
  private final MathLabel z = new MathLabel("");
  private final Label reads = Parts.label("", "muted", "vae-reads");
  private final FigureView answers = new FigureView();

  PointPane(VaeViewModel model, LabServices services, ObservableValue<FigureTheme> theme) {
    this.model = model;
    getStyleClass().add("vae-point");
    for (FigureView view : new FigureView[] {digit, answers}) {
      view.themeProperty().bind(theme);
    }
    digit.setId("vae-digit");
    answers.setId("vae-answers");
    z.setId("vae-z");
    z.themeProperty().bind(theme);
    z.styled(TextStyle.Weight.SEMIBOLD, 2);
    reads.setMinWidth(0);
    VBox.setVgrow(digit, Priority.ALWAYS);
    digit.setMinHeight(112);
    getChildren()
        .addAll(
            Parts.heading(
                "The point decodes to", "", Parts.menu(services, digit, "vae-decoded-point")),
            digit,
            z,
            reads,
            answers);
    model.cursor().digit().addListener((property, before, now) -> show(now));
    show(model.cursor().digit().get());
  }

  private void show(ReadImages now) {
    if (now == null) {
      return;
    }
    digit.setFigure(new DigitGrid(now.pictures().values(), 1, 0, 0, "The decoded digit"));
    z.setText("$z$ = " + VaeWords.point(now.z(0)));
    LabSession session = model.session();
    String name = session.model().get() == null ? "" : session.model().get().card().name();
    reads.setText(
        now.isRead() && !name.isEmpty() ? name + " reads it as" : "No model reads it yet");
    if (now.isRead()) {
      List<Integer> best = now.best(0, ANSWERS);
      answers.setFigure(
          new LikeliestClasses(
              best.stream().map(label -> VaeNames.of(session, label)).toList(),
              best.stream().map(label -> now.share(0, label)).toList()));
    } else {
      answers.setFigure(null);
    }
  }
}
