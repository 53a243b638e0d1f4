package epsilonlab.ui;

import epsilonlab.engine.LabException;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;

/** Facts that stand in a form: numbers that are typed, and the network that is chosen. */
public final class FormFacts {
  private FormFacts() {}

  /** The number in a field; null while there is none. */
  public static Supplier<Double> number(StringProperty text) {
    return () -> {
      try {
        return Typed.decimal(text.get(), "", "");
      } catch (LabException notYet) {
        return null;
      }
    };
  }

  /** Types a number into a field. */
  public static Consumer<Double> type(StringProperty text) {
    return value -> text.set(Typed.number(value));
  }

  /**
   * Types a whole number into a field.
   *
   * @param what the number is, for the sentence that refuses another one
   */
  public static Consumer<Double> typeWhole(StringProperty text, String what) {
    return value -> {
      if (value != Math.rint(value) || value < 1) {
        throw new LabException(
            "The " + what + " is a whole number from 1 on, not " + Typed.number(value) + ".");
      }
      text.set(Long.toString(value.longValue()));
    };
  }

  /** Tells and takes the id of a network. */
  public static TabFacts network(String name, ObjectProperty<Architecture> chosen) {
    return new TabFacts()
        .set(name, () -> chosen.get().id(), String.class, id -> chosen.set(Architectures.get(id)));
  }
}
