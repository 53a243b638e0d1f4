package epsilonlab.ui.generate.run;

import epsilonlab.engine.LabException;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Typed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What is typed into a form. Reading a field throws a {@link LabException} with the sentence to
 * show if it is no number. {@link #remember} is called when the whole form was right. Belongs to
 * the FX thread; needs no screen.
 */
public final class TypedForm {
  private static final String SEED_ALLOWED = "a whole number, for example 0";

  private final LabSession session;
  private final Settings settings;
  private final Map<TypedField, StringProperty> texts = new LinkedHashMap<>();
  private final StringProperty seed = new SimpleStringProperty();

  /** Every field gets what was right last; the seed is the session's. */
  public TypedForm(LabSession session, TypedField... fields) {
    this.session = session;
    this.settings = session.settings();
    for (TypedField field : fields) {
      texts.put(field, new SimpleStringProperty(settings.get(field.remembered())));
    }
    seed.set(Long.toString(session.seed().get()));
    session.seed().addListener((property, before, now) -> seed.set(Long.toString(now.longValue())));
  }

  /** What stands in a field. */
  public StringProperty text(TypedField field) {
    return texts.get(field);
  }

  /** What stands in the field of the seed. */
  public StringProperty seedText() {
    return seed;
  }

  /** A number. */
  public double decimal(TypedField field) {
    return Typed.decimal(text(field).get(), field.noun(), field.allowed());
  }

  /** A whole number. */
  public int whole(TypedField field) {
    return (int) Typed.whole(text(field).get(), Integer.MAX_VALUE, field.noun(), field.allowed());
  }

  /** Whole numbers parted by commas or blanks, for example "256, 512, 1024". */
  public List<Integer> wholes(TypedField field) {
    String text = text(field).get().strip();
    List<String> words =
        Arrays.stream(text.split("[,;\\s]+")).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) {
      throw new LabException("The " + field.noun() + " is missing; type " + field.allowed() + ".");
    }
    List<Integer> numbers = new ArrayList<>();
    try {
      words.forEach(word -> numbers.add(Integer.parseInt(word)));
    } catch (NumberFormatException none) {
      throw new LabException(
          "The %s is “%s”, but must be %s.".formatted(field.noun(), text, field.allowed()), none);
    }
    return numbers;
  }

  /** The seed. */
  public long seed() {
    return Typed.whole(seed.get(), Long.MAX_VALUE, "seed", SEED_ALLOWED);
  }

  /** Types a number into a field. */
  public void type(TypedField field, double value) {
    // infinity is for the form to refuse
    text(field).set(Double.isFinite(value) ? Typed.number(value) : Double.toString(value));
  }

  /** What a field says, for lessons; NaN while that is no number. */
  public double number(TypedField field) {
    try {
      return decimal(field);
    } catch (LabException notYet) {
      return Double.NaN;
    }
  }

  /**
   * Types a number into a field, as the user would, for somebody outside of the form.
   *
   * @param commit takes what is typed
   * @param complaint what is wrong after that, or empty
   * @throws LabException with that sentence
   */
  public void take(TypedField field, double value, Runnable commit, StringProperty complaint) {
    type(field, value);
    commit.run();
    if (!complaint.get().isEmpty()) {
      throw new LabException(complaint.get());
    }
  }

  /** Remembers every field; all were right. */
  public void remember() {
    texts.forEach((field, text) -> settings.set(field.remembered(), text.get().strip()));
    session.seed().set(seed());
  }
}
