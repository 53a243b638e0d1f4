package epsilonlab.ui.photo;

import epsilonlab.photo.ClassScore;
import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoPng;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.Picture;
import epsilonlab.photo.Scores;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.StyleClasses;
import epsilonlab.ui.component.MathLabel;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * x + change = x*, each with its caption and its answer: one picture element a screen pixel, and
 * larger on a projector.
 */
final class PicturesPane extends Pane {
  private static final double GAP = 4;
  private static final double CAPTION = 20;
  private static final double RESULT = 36;
  private static final double SIGN = 32;
  private static final double LARGE_SIGN = 44;
  private static final double ORDINARY_TEXT = 13;

  private final PhotoViewModel model;
  private final ObservableValue<FigureTheme> theme;
  private final ObservableDoubleValue side;
  private final ImageView original = new ImageView();
  private final ImageView change = new ImageView();
  private final ImageView adversarial = new ImageView();
  private final StackPane frame = new StackPane(adversarial);
  private final MathLabel[] captions = {
    new MathLabel("$x$  original"), new MathLabel("$δ$  change"), new MathLabel("$x*$  adversarial")
  };
  private final Label plus = sign("+");
  private final Label equal = sign("=");
  private final Answer before = new Answer("photo-before");
  private final Answer after = new Answer("photo-after");
  private final Label least = new Label();
  private final Label most = new Label();
  private final HBox ramp;
  // the attacked picture with its answer, for lessons to cover
  private final Region afterPlace = new Region();
  private PhotoChoice.Opened drawn;

  /**
   * @param side of a picture in pixels of the screen, 224 or more
   */
  PicturesPane(
      PhotoViewModel model, ObservableValue<FigureTheme> theme, ObservableDoubleValue side) {
    this.model = model;
    this.theme = theme;
    this.side = side;
    setId("photo-pictures");
    for (MathLabel caption : captions) {
      caption.themeProperty().bind(theme);
      caption.styled(TextStyle.Weight.REGULAR, 1);
    }
    Region bar = new Region();
    bar.getStyleClass().add("photo-ramp");
    least.getStyleClass().add("muted");
    most.getStyleClass().add("muted");
    ramp = new HBox(10, least, bar, most);
    ramp.setAlignment(Pos.CENTER);
    frame.getStyleClass().add("photo-frame");
    getChildren().addAll(original, change, frame, plus, equal, before, after, ramp);
    getChildren().addAll(captions);
    getChildren().add(afterPlace);
    afterPlace.setId("photo-after-place");
    afterPlace.setMouseTransparent(true);
    side.addListener((property, was, now) -> fit());
    theme.addListener((property, was, now) -> fit());
    fit();
    model.photos().photo().addListener((property, was, now) -> show());
    model.before().addListener((property, was, now) -> show());
    model.live().addListener((property, was, now) -> show());
    model.result().addListener((property, was, now) -> show());
    model.stale().addListener((property, was, now) -> show());
    show();
  }

  /** How wide three pictures of this side are. */
  static double width(double side) {
    return 3 * side + 2 * GAP;
  }

  /** How high captions and answers are, where text has this size. */
  static double words(double text) {
    return Math.round((CAPTION + RESULT) * text / ORDINARY_TEXT);
  }

  private double scaled(double length) {
    return Math.round(length * theme.getValue().text() / ORDINARY_TEXT);
  }

  private double sign() {
    return theme.getValue().text() > ORDINARY_TEXT ? LARGE_SIGN : SIGN;
  }

  private void fit() {
    for (ImageView view : new ImageView[] {original, change, adversarial}) {
      view.setFitWidth(side.get());
      view.setFitHeight(side.get());
      // whole pixels stay crisp
      view.setSmooth(side.get() % Photo.SIDE != 0);
    }
    double height = scaled(CAPTION) + side.get() + scaled(RESULT);
    setMinHeight(height);
    setPrefHeight(height);
    requestLayout();
  }

  private static Label sign(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("photo-sign");
    label.setAlignment(Pos.CENTER);
    return label;
  }

  private void show() {
    PhotoChoice.Opened opened = model.photos().photo().get();
    Scores scores = model.before().get();
    if (opened != drawn) {
      drawn = opened;
      original.setImage(opened == null ? null : PhotoImages.of(opened.photo().picture()));
    }
    before.show(scores == null ? null : scores.best(), "");
    PhotoViewModel.Live live = model.live().get();
    PhotoResult result = model.result().get();
    float[] values =
        live != null ? live.step().values() : result == null ? null : result.adversarial();
    Scores now = live != null ? live.step().scores() : result == null ? null : result.after();
    boolean there = values != null && opened != null && now != null && scores != null;
    for (Node node : new Node[] {change, frame, plus, equal, after, ramp, captions[2]}) {
      node.setVisible(there);
    }
    captions[1].setVisible(there);
    if (!there) {
      return;
    }
    float[] start = opened.photo().values();
    double limit = largest(start, values);
    change.setImage(PhotoImages.of(PhotoPng.change(difference(start, values), limit)));
    adversarial.setImage(PhotoImages.of(Photo.picture(values)));
    captions[1].setText("$δ$  change, shown × " + Math.round(0.5 / limit));
    String end = Numbers.plain(Math.round(limit * 1e4) / 1e4);
    least.setText("−" + end);
    most.setText("+" + end);
    boolean fooled = now.answer() != scores.answer();
    StyleClasses.set(frame, "photo-fooled", fooled);
    after.show(now.best(), fooled ? "danger" : "");
    double faint = model.stale().get() && !model.running().get() ? 0.45 : 1;
    frame.setOpacity(faint);
    change.setOpacity(faint);
    requestLayout();
  }

  /** The pictures as they are shown, for copies and files; null where there is none. */
  Picture shownChange() {
    PhotoResult result = model.result().get();
    return result == null
        ? null
        : PhotoPng.change(result.change(), Math.max(1e-4, result.norms().linf()));
  }

  private static double largest(float[] from, float[] to) {
    double largest = 1e-4;
    for (int i = 0; i < from.length; i++) {
      largest = Math.max(largest, Math.abs(to[i] - from[i]));
    }
    return largest;
  }

  private static float[] difference(float[] from, float[] to) {
    float[] difference = new float[from.length];
    for (int i = 0; i < from.length; i++) {
      difference[i] = to[i] - from[i];
    }
    return difference;
  }

  @Override
  protected double computeMinWidth(double height) {
    return width(side.get());
  }

  @Override
  protected double computePrefWidth(double height) {
    return width(side.get());
  }

  @Override
  protected void layoutChildren() {
    double wide = side.get();
    double left = Math.max(0, Math.floor((getWidth() - width(wide)) / 2));
    double[] lefts = {left, left + wide + GAP, left + 2 * (wide + GAP)};
    double top = scaled(CAPTION);
    original.relocate(lefts[0], top);
    change.relocate(lefts[1], top);
    frame.resizeRelocate(lefts[2], top, wide, wide);
    for (int i = 0; i < 3; i++) {
      centre(captions[i], lefts[i], 0, wide, top);
    }
    place(plus, lefts[1] - GAP / 2, top + wide / 2);
    place(equal, lefts[2] - GAP / 2, top + wide / 2);
    double below = scaled(RESULT);
    before.resizeRelocate(lefts[0], top + wide, wide, below);
    after.resizeRelocate(lefts[2], top + wide, wide, below);
    ramp.resizeRelocate(lefts[1], top + wide, wide, below);
    afterPlace.resizeRelocate(lefts[2], top, wide, wide + below);
  }

  private void place(Label label, double centreX, double centreY) {
    double high = sign();
    label.resizeRelocate(
        Math.round(centreX - high / 2), Math.round(centreY - high / 2), high, high);
  }

  private static void centre(Node node, double x, double y, double width, double height) {
    node.autosize();
    double w = node.getLayoutBounds().getWidth();
    double h = node.getLayoutBounds().getHeight();
    node.relocate(Math.round(x + (width - w) / 2), Math.round(y + (height - h) / 2));
  }

  /** An icon, the class and how sure the network is. */
  private static final class Answer extends HBox {
    private final FontIcon icon = new FontIcon(Feather.CHECK);
    private final Label name = new Label();
    private final Label percent = new Label();

    Answer(String id) {
      super(8, new Region());
      setAlignment(Pos.CENTER);
      name.setId(id);
      name.getStyleClass().add("photo-class");
      percent.getStyleClass().add("photo-percent");
      percent.setMinWidth(USE_PREF_SIZE);
      getChildren().setAll(icon, name, percent);
    }

    void show(ClassScore score, String tone) {
      setVisible(score != null);
      if (score == null) {
        name.setText("");
        return;
      }
      boolean wrong = !tone.isEmpty();
      icon.setIconCode(wrong ? Feather.ALERT_TRIANGLE : Feather.CHECK);
      StyleClasses.oneOf(icon, wrong ? "danger" : "success", "danger", "success");
      StyleClasses.set(name, "photo-long", score.label().length() > PhotoWords.LONG);
      StyleClasses.set(name, "danger-text", wrong);
      name.setText(score.label());
      percent.setText(PhotoWords.percent(score.probability()));
    }
  }
}
