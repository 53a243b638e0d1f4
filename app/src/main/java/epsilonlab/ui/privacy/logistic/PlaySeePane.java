package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.RocChart;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LikeliestClasses;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.DigitView;
import epsilonlab.ui.component.FigureView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The image to be judged; after the last one all twenty, and the point on the ROC curve. */
final class PlaySeePane extends StackPane {
  private static final int LARGE = 12;
  private static final int SMALL = 2;
  private static final int COLUMNS = 10;

  private final Play play;
  private final Label count = Parts.label("", "remark");
  private final DigitView image = new DigitView(LARGE);
  private final Label label = Parts.label("", "picture-result");
  private final FigureView probabilities = new FigureView();
  private final FigureView wall = new FigureView();
  private final FigureView roc = new FigureView();
  private final SimpleBooleanProperty over = new SimpleBooleanProperty();

  PlaySeePane(LabServices services, Play play, ObservableValue<FigureTheme> theme) {
    this.play = play;
    image.themeProperty().bind(theme);
    for (FigureView view : List.of(probabilities, wall, roc)) {
      view.themeProperty().bind(theme);
      view.setMinHeight(0);
    }
    count.setId("play-count");
    label.setId("play-label");
    wall.setId("play-wall");
    roc.setId("play-roc");
    VBox round = round();
    VBox end = end(services);
    Parts.showIf(round, over.not());
    Parts.showIf(end, over);
    getChildren().addAll(round, end);
    play.deal().addListener(any -> show());
    play.guesses().addListener((ListChangeListener<Boolean>) change -> show());
    show();
  }

  private VBox round() {
    VBox picture = new VBox(8, image, label);
    picture.setAlignment(Pos.TOP_CENTER);
    probabilities.setPrefWidth(304);
    VBox says = new VBox(8, Parts.label("The model says", "section-title"), probabilities);
    HBox.setHgrow(says, Priority.ALWAYS);
    HBox both = new HBox(40, picture, says);
    both.setAlignment(Pos.TOP_LEFT);
    Button in = button("play-in", "IN (I)", "The model learned from this image: a member.", true);
    Button out = button("play-out", "OUT (O)", "The model has never seen it: not a member.", false);
    Button back =
        Parts.linkButton(
            Feather.CORNER_UP_LEFT,
            "Take back",
            "Takes the last judgement back (Backspace).",
            play::back);
    back.setId("play-back");
    HBox buttons = new HBox(16, in, out, back);
    buttons.setAlignment(Pos.CENTER_LEFT);
    HBox heading = new HBox(8, Parts.label("Was it in the training set?", "section-title"), count);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("figure-heading");
    VBox round = new VBox(16, heading, both, buttons);
    round.getStyleClass().add("play-round");
    return round;
  }

  private Button button(String id, String text, String says, boolean member) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("play-button");
    button.setOnAction(event -> play.guess(member));
    Parts.say(button, says);
    return button;
  }

  private VBox end(LabServices services) {
    VBox.setVgrow(roc, Priority.ALWAYS);
    VBox end =
        new VBox(
            8,
            Parts.heading(
                "The twenty images",
                "what they were, and how you judged",
                Parts.menu(services, wall, "twenty-images")),
            wall,
            Parts.rule(),
            Parts.heading(
                "You on the machine's ROC curve",
                "the machine goes by the loss",
                Parts.menu(services, roc, "play-roc")),
            roc);
    end.setFillWidth(true);
    return end;
  }

  private void show() {
    Deal deal = play.deal().get();
    over.set(play.isOver());
    Deal.Round now = play.now();
    if (now != null) {
      count.setText((play.guesses().size() + 1) + " of " + Deal.ROUNDS);
      image.show(now.image());
      label.setText(deal.data().classNames().get(now.label()));
      probabilities.setFigure(bars(deal, now));
    }
    if (play.isOver()) {
      wall.setFigure(wall(deal));
      roc.setFigure(chart(deal));
    }
  }

  private static LikeliestClasses bars(Deal deal, Deal.Round round) {
    List<Integer> order =
        IntStream.range(0, round.probabilities().length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -round.probabilities()[k]))
            .toList();
    return new LikeliestClasses(
        order.stream().map(k -> deal.data().classNames().get(k)).toList(),
        order.stream().map(k -> round.probabilities()[k]).toList());
  }

  private DigitWall wall(Deal deal) {
    List<DigitWall.Tile> tiles = new ArrayList<>();
    for (int i = 0; i < Deal.ROUNDS; i++) {
      Deal.Round round = deal.rounds().get(i);
      boolean right = play.guesses().get(i) == round.member();
      tiles.add(
          new DigitWall.Tile(
              round.image(),
              round.member() ? "in" : "out",
              "",
              right ? DigitWall.State.RIGHT : DigitWall.State.FOOLED));
    }
    return new DigitWall(tiles, COLUMNS, SMALL, "The twenty images");
  }

  private LineChart chart(Deal deal) {
    return RocChart.linear(Map.of("loss, any threshold", deal.roc())).toBuilder()
        .add(point("machine, these 20", deal.machine(), SeriesColours.MLP))
        .add(point("you, these 20", play.student(), FigureTheme::accent))
        .build();
  }

  private static Series point(String name, Confusion at, epsilonlab.report.figure.Hue colour) {
    return new Series(
            name,
            new double[] {at.falsePositiveRate()},
            new double[] {at.truePositiveRate()},
            colour)
        .withMarker(name.startsWith("you") ? Marker.DIAMOND : Marker.TRIANGLE);
  }

  /** What is shown at the end, by file name. */
  Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("twenty-images", wall.getFigure());
    figures.put("roc", roc.getFigure());
    return figures;
  }
}
