package epsilonlab.ui;

import epsilonlab.ui.theme.ThemeSwitch;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** What the frame shows and all tabs share. Belongs to the FX thread. */
public final class LabState {
  private final Remembered remembered;
  private final ModelChoices models;
  private final ThemeSwitch theme;
  private final StringProperty deviceText = new SimpleStringProperty("Loading the engine …");
  private final StringProperty dataText = new SimpleStringProperty("No data yet");
  private final StringProperty seedText = new SimpleStringProperty("Seed 0");
  private final ObjectProperty<Consumer<Node>> dataMenu = new SimpleObjectProperty<>();
  private final ObjectProperty<Consumer<Node>> seedMenu = new SimpleObjectProperty<>();
  private final ObjectProperty<Runnable> trainFirst = new SimpleObjectProperty<>();
  private final StringProperty wantedTab = new SimpleStringProperty();
  private final ObjectProperty<Node> overlay = new SimpleObjectProperty<>();
  private final ObjectProperty<Path> lessonFolder = new SimpleObjectProperty<>();
  private final ObjectProperty<Region> readInstead = new SimpleObjectProperty<>();
  private final ObjectProperty<Restart> restart = new SimpleObjectProperty<>();
  private boolean kiosk;
  private final BooleanProperty presenting = new SimpleBooleanProperty();
  private final BooleanProperty chooseUnfolded = new SimpleBooleanProperty();

  /** The state of a window that has just been opened. */
  public LabState(Remembered remembered, ModelChoices models, ThemeSwitch theme) {
    this.remembered = remembered;
    this.models = models;
    this.theme = theme;
  }

  /** Settings that outlive the window. */
  public Remembered remembered() {
    return remembered;
  }

  /** What the model picker offers. */
  public ModelChoices models() {
    return models;
  }

  /** Light or dark, and the colours for canvases. */
  public ThemeSwitch theme() {
    return theme;
  }

  /** Status bar: "CPU, 2 threads, PyTorch 2.7.1"; the window fills it when the engine is there. */
  public StringProperty deviceText() {
    return deviceText;
  }

  /** Status bar: "MNIST, 60,000 + 10,000, local folder". */
  public StringProperty dataText() {
    return dataText;
  }

  /** Status bar: "Seed 0". */
  public StringProperty seedText() {
    return seedText;
  }

  /** What a click on the data text does; it gets the node that a menu can be shown at. */
  public ObjectProperty<Consumer<Node>> dataMenu() {
    return dataMenu;
  }

  /** What a click on the seed does; it gets the node that a menu can be shown at. */
  public ObjectProperty<Consumer<Node>> seedMenu() {
    return seedMenu;
  }

  /**
   * What "Train a small CNN (10 s)" does where a tab has no model to work on: goes to the Train tab
   * and starts. Null where there is no such tab; the button is hidden then.
   */
  public ObjectProperty<Runnable> trainFirst() {
    return trainFirst;
  }

  /** The id of the tab that shall come into view; the window sets it back to null when it has. */
  public StringProperty wantedTab() {
    return wantedTab;
  }

  /**
   * What a tab lays over the window, which fades behind it. The window sets it back to null when it
   * is closed, by Esc or a click beside it; a tab does so to close it itself.
   */
  public ObjectProperty<Node> overlay() {
    return overlay;
  }

  /**
   * What stands in place of the read column on whatever tab is in view, such as a lesson; null for
   * the tab's own. It brings its own width.
   */
  public ObjectProperty<Region> readInstead() {
    return readInstead;
  }

  /** Where {@code --lessons} says that lessons are; null for what the settings say. */
  public ObjectProperty<Path> lessonFolder() {
    return lessonFolder;
  }

  /** Begins the lab anew in the same process; null where nobody can. */
  public ObjectProperty<Restart> restart() {
    return restart;
  }

  /** Whether anyone may touch the window, so that nothing is kept and it is not closed. */
  public boolean isKiosk() {
    return kiosk;
  }

  /** Makes it a window that anyone may touch; to be called before it is built. */
  public void beKiosk() {
    kiosk = true;
  }

  /** Whether the window is in presenter mode. */
  public BooleanProperty presenting() {
    return presenting;
  }

  /** Whether the left column is brought back while presenting. */
  public BooleanProperty chooseUnfolded() {
    return chooseUnfolded;
  }
}
