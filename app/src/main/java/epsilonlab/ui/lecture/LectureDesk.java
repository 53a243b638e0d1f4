package epsilonlab.ui.lecture;

import epsilonlab.lesson.fact.PartName;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabState;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.Ticker;
import epsilonlab.ui.cover.CoverLayer;
import epsilonlab.ui.state.SettableLab;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * A lecture in the window: covers what the moment in view says, answers to the keys of a
 * presentation remote, and shows the list. A timer runs only while a moment is in view.
 */
public final class LectureDesk {
  private static final long ASK_MILLIS = 100;

  /** What the list can do beside changing itself. */
  public interface Files {
    /** Saves a capsule. */
    void save();

    /** Opens one. */
    void open();

    /** Begins presenter mode. */
    void present();
  }

  private final LabState state;
  private final LectureModel model;
  private final Supplier<TabParts> parts;
  private final Files files;
  private final CoverLayer layer = new CoverLayer();
  private final MomentLine line;
  private final Ticker timer;
  private LecturePanel panel;

  /**
   * No moment is in view yet.
   *
   * @param parts where things are in the frame and on the tab in view
   */
  public LectureDesk(LabServices services, SettableLab lab, Supplier<TabParts> parts, Files files) {
    this.state = services.state();
    this.parts = parts;
    this.files = files;
    model = new LectureModel(services, lab);
    layer.setId("lecture-covers");
    line = new MomentLine(model, state.isKiosk());
    if (state.isKiosk()) {
      // a finger on the cover asks to see below it
      layer.setOnMouseClicked(event -> model.uncover());
    }
    timer = new Ticker(services.fx(), ASK_MILLIS, this::tick);
    model.at().addListener((property, before, now) -> follow());
    model.covered().addListener((property, before, now) -> cover());
    state
        .presenting()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                model.leave();
              }
            });
  }

  private void tick() {
    model.tick();
    // tabs come and go, and their parts with them
    cover();
  }

  private void follow() {
    if (model.at().get() == LectureModel.NONE) {
      timer.stop();
    } else {
      timer.play();
    }
    cover();
  }

  /** The parts on the tab in view, by name, that are covered until a key is pressed. */
  public Set<String> covered() {
    return layer.covered();
  }

  private void cover() {
    Set<PartName> covered = model.coveredParts();
    layer.show(covered.isEmpty() ? new TabParts() : parts.get(), covered, Set.of());
  }

  /** The moments. */
  public LectureModel model() {
    return model;
  }

  /** What lies above the tab. */
  public Node layer() {
    return layer;
  }

  /** What stands at the foot of the window in presenter mode. */
  public Node line() {
    return line;
  }

  /** Shows the list of moments, or closes it. */
  public void toggleList() {
    if (panel != null && state.overlay().get() == panel) {
      panel.close();
      return;
    }
    if (panel == null) {
      panel = new LecturePanel(state, model, parts, files);
    }
    panel.open();
  }

  /** Begins with the first moment, if there is one and none is in view. */
  public void begin() {
    if (model.at().get() == LectureModel.NONE && !model.moments().isEmpty()) {
      model.show(0);
    }
  }

  /**
   * A key while presenting: Page Down and Page Up, as presentation remotes send them, B and space.
   *
   * @param focused what has the focus, or null
   * @return whether the lecture used it
   */
  public boolean onKey(KeyEvent event, Node focused) {
    boolean plain =
        !event.isShortcutDown()
            && !event.isAltDown()
            && !event.isShiftDown()
            && !event.isMetaDown();
    if (!state.presenting().get() || !plain || focused instanceof TextInputControl) {
      return false;
    }
    return switch (event.getCode()) {
      case PAGE_DOWN -> model.next();
      case PAGE_UP -> model.previous();
      // a remote's key for a black screen
      case B, PERIOD, SPACE -> model.uncover();
      default -> false;
    };
  }

  /** No moment is in view any more. */
  public void windowCloses() {
    timer.stop();
  }
}
