package epsilonlab.ui.attack;

import epsilonlab.attack.Target;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.component.FigureMenu;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The first test digits under the same attack; a click chooses one. */
final class StripPane extends Pane {
  private static final double HEAD = 24;
  private static final double LARGE_FROM = 1000;
  private static final double GAP = 6;

  private final AttackViewModel model;
  private final FigureView view = new FigureView();
  private final MathLabel title =
      new MathLabel("").styled(TextStyle.Weight.SEMIBOLD, 0).onOneLine();
  private final Label count = new Label();
  private final HBox head;

  StripPane(LabServices services, AttackViewModel model, ObservableValue<FigureTheme> theme) {
    this.model = model;
    view.themeProperty().bind(theme);
    view.setId("strip");
    title.themeProperty().bind(theme);
    count.getStyleClass().add("remark");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    head =
        new HBox(
            12,
            title,
            count,
            space,
            new FigureMenu(
                view,
                "adversarial-digits",
                ExportPorts.files(services.dialogs()),
                ExportPorts.notices(services.messages())));
    head.setAlignment(Pos.CENTER_LEFT);
    head.setFillHeight(false);
    getChildren().addAll(head, view);
    view.setOnMouseClicked(
        event -> {
          if (view.getFigure() instanceof DigitWall wall) {
            int tile = wall.tileAt(event.getX(), event.getY(), view.getWidth(), view.getTheme());
            if (tile >= 0) {
              model.digits().choose(tile);
            }
          }
        });
    model.many().strip().addListener((property, before, now) -> show());
    widthProperty().addListener((property, before, now) -> show());
  }

  /** The digits. */
  FigureView digits() {
    return view;
  }

  /** The line that says how many are fooled. */
  Label count() {
    return count;
  }

  /** Whether it takes more than one row of small digits. */
  boolean isTall() {
    return ClassNames.areWords(model.session());
  }

  private int scale(double width) {
    return width >= LARGE_FROM || ClassNames.areWords(model.session()) ? 3 : 2;
  }

  private static int columns(double width, int scale) {
    return Math.max(1, (int) ((width + GAP) / (scale * 28 + 4 + GAP)));
  }

  /** The height at a width: a heading, one row of digits and their captions. */
  double heightOf(double width) {
    return HEAD + scale(width) * 28 + 4 + (ClassNames.areWords(model.session()) ? 40 : 20);
  }

  @Override
  protected void layoutChildren() {
    head.resizeRelocate(0, 0, getWidth(), HEAD);
    view.resizeRelocate(0, HEAD, getWidth(), getHeight() - HEAD);
  }

  private DigitWall.Tile tile(float[] image, int label, int answer) {
    boolean right = answer == label;
    DigitWall.State state = right ? DigitWall.State.RIGHT : DigitWall.State.FOOLED;
    if (ClassNames.areWords(model.session())) {
      // two words do not fit beside an arrow
      String truth = right ? "" : "not " + ClassNames.of(model.session(), label);
      return new DigitWall.Tile(image, ClassNames.of(model.session(), answer), truth, state);
    }
    String caption = right ? String.valueOf(label) : label + " → " + answer;
    return new DigitWall.Tile(image, caption, "", state);
  }

  private void show() {
    ManyDigits.Strip strip = model.many().strip().get();
    if (strip.originals() == null || getWidth() <= 0) {
      view.setFigure(null);
      title.setText("");
      count.setText("");
      return;
    }
    int scale = scale(getWidth());
    int columns = Math.min(strip.originals().size(), columns(getWidth(), scale));
    model.many().showOfStrip(columns);
    List<DigitWall.Tile> tiles = new ArrayList<>();
    int fooled = 0;
    for (int i = 0; i < columns; i++) {
      int label = strip.originals().label(i);
      int answer = strip.adversarial().answers()[i];
      boolean right = answer == label;
      fooled += right ? 0 : 1;
      tiles.add(tile(strip.adversarial().images()[i], label, answer));
    }
    view.setFigure(DigitWall.strip(tiles, scale, "Adversarial test digits"));
    title.setText(
        String.format(
            Locale.ROOT, "Test digits 0 to %d at $ε$ = %.2f", columns - 1, strip.epsilon()));
    count.setText(
        fooled
            + " of "
            + columns
            + " fooled"
            + (model.attacks().target().get() instanceof Target.Of ? ", without a target" : ""));
  }
}
