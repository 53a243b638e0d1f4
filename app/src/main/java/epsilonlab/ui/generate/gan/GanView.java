package epsilonlab.ui.generate.gan;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RunButtons;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.generate.run.GenerateStyle;
import epsilonlab.ui.generate.run.Invitation;
import epsilonlab.ui.generate.run.OpenMenu;
import epsilonlab.ui.generate.run.OpenModels;
import epsilonlab.ui.generate.run.Refresh;
import epsilonlab.ui.generate.run.RestartLink;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The layout of the GAN part: choose, see, read. */
final class GanView {
  private static final String TEACHES =
      "Two networks play against each other: the generator makes digits of noise, the"
          + " discriminator tells them from real ones. Here you will watch sixteen digits sharpen"
          + " while neither of the two wins.";

  private final GanViewModel model;
  private final TabColumns root;
  private final TabParts parts;
  private final Refresh refresh;

  GanView(LabServices services, GanViewModel model, OpenModels library, Node parts) {
    this.model = model;
    ObjectBinding<FigureTheme> theme = Parts.theme(services.state());
    RunButtons buttons =
        new RunButtons(
            "gan",
            "Train the GAN",
            "Trains both networks on the data set (Space).",
            model.trainings().phase(),
            model::startOrPause,
            model.trainings()::stop);
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    VBox choose =
        new VBox(
            parts,
            new GanFormPane(model, theme),
            spare,
            start(
                OpenMenu.of("gan", library),
                RestartLink.of(
                    services,
                    "gan",
                    model.form().typed().text(GanForm.RATE),
                    model.trainings(),
                    model.course().lookedAt()),
                buttons));
    // the button in the empty middle goes away under the focus
    model.trainings().shown().addListener((property, before, now) -> buttons.focus());
    root =
        GenerateStyle.on(
            new TabColumns(
                services.state(),
                choose,
                see(services, theme),
                new GanReadPane(model, services, theme)));
    this.parts = GanParts.of(model, root);
    refresh = new Refresh(model::tick);
  }

  private static VBox start(Node... nodes) {
    VBox start = new VBox(nodes);
    start.getStyleClass().add("generate-start");
    return start;
  }

  private StackPane see(LabServices services, ObjectBinding<FigureTheme> theme) {
    GanSeePane figures = new GanSeePane(model, services, theme);
    BooleanBinding something = model.pictures().isNotNull();
    figures.visibleProperty().bind(something);
    Invitation empty =
        new Invitation("gan", Feather.GRID, TEACHES, "Train the GAN", model::startOrPause);
    empty.visibleProperty().bind(something.not());
    StackPane see = new StackPane(figures, empty);
    see.getStyleClass().add("generate-see");
    return see;
  }

  /** Where in the part things are. */
  TabParts parts() {
    return parts;
  }

  Node root() {
    return root;
  }

  void shown() {
    refresh.shown();
  }

  void hidden() {
    refresh.hidden();
  }
}
