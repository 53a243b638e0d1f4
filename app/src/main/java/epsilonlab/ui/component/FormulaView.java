package epsilonlab.ui.component;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.FormulaImage;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/**
 * A typeset formula in the theme's ink, one pixel of its picture a pixel of the screen. It is
 * typeset off the FX thread and appears a moment later.
 */
public final class FormulaView extends Region {
  private static final double ORDINARY_TEXT = 13;
  // large formulas would leave a projector's window otherwise
  private static final double MOST_ENLARGED = 1.3;

  private final ImageView view = new ImageView();
  private final DoubleProperty size = new SimpleDoubleProperty(this, "size");
  private final StringProperty tex = new SimpleStringProperty(this, "tex");
  private final BooleanProperty muted = new SimpleBooleanProperty(this, "muted");
  private final ObjectProperty<FigureTheme> theme =
      new SimpleObjectProperty<>(this, "theme", FigureTheme.LIGHT);
  private final ReadOnlyObjectWrapper<FormulaImage> image = new ReadOnlyObjectWrapper<>();
  // kept, for bindings do not keep each other alive
  private final ObservableValue<Number> scale =
      sceneProperty()
          .flatMap(Scene::windowProperty)
          .flatMap(Window::outputScaleXProperty)
          .orElse(1.0);
  // told to listeners only when the layout knows of it
  private FormulaImage shown;
  private double shownScale = 1;
  private double shownSize = 1;
  private long newest;

  /**
   * @param tex in LaTeX, without dollar signs
   * @param size of a letter in logical pixels, where text has its ordinary size
   */
  public FormulaView(String tex, double size) {
    this.size.set(size);
    getStyleClass().add("formula");
    setAccessibleRole(AccessibleRole.TEXT);
    view.setManaged(false);
    view.setSmooth(false);
    getChildren().add(view);
    this.tex.addListener(any -> typeset());
    this.size.addListener(any -> typeset());
    muted.addListener(any -> typeset());
    theme.addListener(any -> typeset());
    scale.addListener(any -> typeset());
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    this.tex.set(tex);
  }

  /** What is shown. */
  public StringProperty texProperty() {
    return tex;
  }

  /** The size of a letter in logical pixels, where text has its ordinary size. */
  public DoubleProperty sizeProperty() {
    return size;
  }

  /** The colours and the text size. */
  public ObjectProperty<FigureTheme> themeProperty() {
    return theme;
  }

  /** Whether it has the muted colour. */
  public BooleanProperty mutedProperty() {
    return muted;
  }

  /** The picture that is shown; null until the first is there. */
  public ReadOnlyObjectProperty<FormulaImage> imageProperty() {
    return image.getReadOnlyProperty();
  }

  /** How wide it would be, without padding, at another size; 0 before it is typeset. */
  public double widthAt(double otherSize) {
    return shown == null ? 0 : shown.width() / shownScale * otherSize / shownSize;
  }

  private double fontSize() {
    return size.get() * Math.min(MOST_ENLARGED, theme.get().text() / ORDINARY_TEXT);
  }

  private void typeset() {
    setAccessibleText(tex.get());
    long mine = ++newest;
    double pixels = scale.getValue().doubleValue();
    double asked = size.get();
    int ink = muted.get() ? theme.get().muted() : theme.get().ink();
    Typesetter.request(
        tex.get(),
        fontSize() * pixels,
        ink,
        done ->
            Platform.runLater(
                () -> {
                  if (mine == newest) {
                    show(done, pixels, asked);
                  }
                }));
  }

  private void show(FormulaImage done, double pixels, double asked) {
    WritableImage picture = new WritableImage(done.width(), done.height());
    picture
        .getPixelWriter()
        .setPixels(
            0,
            0,
            done.width(),
            done.height(),
            PixelFormat.getIntArgbInstance(),
            done.argb(),
            0,
            done.width());
    shownScale = pixels;
    shownSize = asked;
    view.setImage(picture);
    view.setFitWidth(done.width() / pixels);
    view.setFitHeight(done.height() / pixels);
    shown = done;
    requestLayout();
    if (getParent() != null) {
      getParent().requestLayout();
    }
    image.set(done);
  }

  @Override
  public double getBaselineOffset() {
    return getInsets().getTop() + (shown == null ? fontSize() : shown.baseline() / shownScale);
  }

  @Override
  protected double computePrefWidth(double height) {
    double own = shown == null ? 0 : shown.width() / shownScale;
    return getInsets().getLeft() + own + getInsets().getRight();
  }

  @Override
  protected double computePrefHeight(double width) {
    double own = shown == null ? fontSize() * 1.3 : shown.height() / shownScale;
    return getInsets().getTop() + own + getInsets().getBottom();
  }

  @Override
  protected void layoutChildren() {
    view.relocate(snapPositionX(getInsets().getLeft()), snapPositionY(getInsets().getTop()));
  }
}
