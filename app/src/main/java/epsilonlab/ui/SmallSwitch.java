package epsilonlab.ui;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** The small switch in a heading: one of two sides is always chosen. */
public final class SmallSwitch extends HBox {
  /**
   * A side.
   *
   * @param says what it shows, in one sentence
   */
  public record Side(String id, String text, String says) {}

  /**
   * Shows the side that is chosen now.
   *
   * @param right whether the right side is chosen; changed and followed
   */
  public SmallSwitch(BooleanProperty right, Side leftSide, Side rightSide) {
    ToggleButton left = button(leftSide, "left-pill");
    ToggleButton other = button(rightSide, "right-pill");
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(left, other);
    group.selectToggle(right.get() ? other : left);
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              } else {
                right.set(now == other);
              }
            });
    right.addListener((property, before, now) -> group.selectToggle(now ? other : left));
    getChildren().addAll(left, other);
    setAlignment(Pos.CENTER);
    // a remark beside it gives way
    setMinWidth(USE_PREF_SIZE);
  }

  private static ToggleButton button(Side side, String pill) {
    ToggleButton button = new ToggleButton(side.text());
    button.setId(side.id());
    button.getStyleClass().addAll(pill, "small-switch");
    button.setMinWidth(USE_PREF_SIZE);
    Parts.say(button, side.says());
    button.setAccessibleText(side.text() + ". " + side.says());
    return button;
  }
}
