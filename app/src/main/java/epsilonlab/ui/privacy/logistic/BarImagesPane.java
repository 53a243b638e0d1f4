package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.ImageSet;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.privacy.microscope.ScoreBar;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The images behind the bar that was clicked: members and others by turns. */
final class BarImagesPane extends VBox {
  private static final int COLUMNS = 4;
  private static final int MOST = 4;
  private static final int SCALE = 2;

  private final Attacks attacks;
  private final FigureView view = new FigureView();
  private final Label remark = new Label();

  BarImagesPane(LabServices services, Attacks attacks, ObservableValue<FigureTheme> theme) {
    super(4);
    this.attacks = attacks;
    view.themeProperty().bind(theme);
    view.setId("attacks-bar-images");
    view.setMinHeight(0);
    HBox heading =
        Parts.heading("Behind the bar", "", Parts.menu(services, view, "behind-the-bar"));
    remark.getStyleClass().add("remark");
    remark.setId("attacks-bar-remark");
    remark.setWrapText(true);
    remark.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(heading, remark, view);
    attacks.bar().addListener(any -> show());
    show();
  }

  private void show() {
    ScoreBar bar = attacks.bar().get();
    AttackFindings findings = attacks.findings().get();
    if (bar == null || findings == null) {
      view.setFigure(null);
      remark.setText("Click a bar of the histogram to see whose scores it counts.");
      return;
    }
    remark.setText(
        "From %s to %s: %s, %s"
            .formatted(
                Numbers.plain(bar.from()),
                Numbers.plain(bar.to()),
                counted(bar.members().length, "member"),
                counted(bar.others().length, "non-member")));
    List<DigitWall.Tile> tiles = new ArrayList<>();
    int half = MOST / 2;
    int fromMembers = Math.min(bar.members().length, Math.max(half, MOST - bar.others().length));
    add(tiles, findings, findings.candidates().members(), bar.members(), fromMembers, "in");
    add(tiles, findings, findings.candidates().others(), bar.others(), MOST - tiles.size(), "out");
    view.setFigure(
        tiles.isEmpty() ? null : new DigitWall(tiles, COLUMNS, SCALE, "Images behind the bar"));
  }

  private static String counted(int many, String what) {
    return "%,d %s%s".formatted(many, what, many == 1 ? "" : "s");
  }

  private static void add(
      List<DigitWall.Tile> tiles,
      AttackFindings findings,
      ImageSet images,
      int[] chosen,
      int most,
      String side) {
    for (int k = 0; k < Math.min(most, chosen.length); k++) {
      int i = chosen[k];
      tiles.add(
          new DigitWall.Tile(
              images.image(i),
              side,
              findings.data().classNames().get(images.label(i)),
              DigitWall.State.PLAIN));
    }
  }
}
