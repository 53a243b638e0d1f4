package epsilonlab.ui.robustness;

import epsilonlab.engine.LabException;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import epsilonlab.ui.Typed;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number as it is typed; what is right is remembered. Needs no screen. */
final class NumberText {
  /** What may be typed. */
  record Range(String noun, double least, double most, boolean whole) {
    private String allowed() {
      return (whole ? "a whole number" : "a number")
          + " from "
          + Typed.number(least)
          + " to "
          + Typed.number(most);
    }
  }

  private final Settings settings;
  private final Setting<String> setting;
  private final Range range;
  private final StringProperty text = new SimpleStringProperty();

  NumberText(Settings settings, Setting<String> setting, Range range) {
    this.settings = settings;
    this.setting = setting;
    this.range = range;
    text.set(settings.get(setting));
  }

  StringProperty text() {
    return text;
  }

  /**
   * What is typed.
   *
   * @throws LabException that says what is wrong with it
   */
  double value() {
    double value = Typed.decimal(text.get(), range.noun(), range.allowed());
    boolean fits = value >= range.least() && value <= range.most();
    if (!fits || range.whole() && value != Math.rint(value)) {
      throw new LabException(
          "The %s is “%s”, but must be %s."
              .formatted(range.noun(), text.get().strip(), range.allowed()));
    }
    settings.set(setting, text.get().strip());
    return value;
  }

  int whole() {
    return (int) value();
  }
}
