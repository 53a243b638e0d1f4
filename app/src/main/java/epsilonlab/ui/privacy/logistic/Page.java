package epsilonlab.ui.privacy.logistic;

import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.Shortcut;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * One of the pages of the part: what it adds to the left column, what it shows in the middle and at
 * the right, and what its one button does.
 */
interface Page {
  /** A short name that settings remember. */
  String id();

  /** The word on the switch. */
  String title();

  /** What it is for, in one sentence. */
  String says();

  Region choose();

  Region see();

  Region read();

  /** What stands on the button. */
  ObservableStringValue action();

  /** What the button does, in one sentence. */
  String actionSays();

  /** Whether the button cannot be pressed now. */
  ObservableBooleanValue idle();

  void act();

  /** What the button starts. */
  CurrentJob job();

  /** It has come into view. */
  default void shown() {}

  default boolean onKey(KeyEvent event) {
    return false;
  }

  Optional<Runnable> export();

  default List<Shortcut> shortcuts() {
    return List.of();
  }
}
