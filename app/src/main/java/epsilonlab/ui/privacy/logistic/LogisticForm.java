package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.privacy.logistic.MembershipSettings;
import epsilonlab.report.MembershipCharts;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Typed;
import epsilonlab.ui.generate.run.TypedField;
import epsilonlab.ui.generate.run.TypedForm;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What is chosen at the left of the part: who learned from how many images, and how it is defended.
 * What is typed counts as soon as all of it is right. Belongs to the FX thread; needs no screen.
 */
public final class LogisticForm {
  static final TypedField N =
      TypedField.of(
          "privacy.logistic.n",
          "400",
          "number of images n",
          "a whole number from 2 on, for example 400");
  static final TypedField C =
      TypedField.of(
          "privacy.logistic.c",
          "∞",
          "regulariser C",
          "above 0, for example 0.1, or inf for no regularisation");
  static final TypedField VARIANCE =
      TypedField.of(
          "privacy.logistic.variance",
          "0",
          "variance of the noise",
          "a number from 0 on, for example 0.1");
  static final TypedField REPEATS =
      TypedField.of(
          "privacy.logistic.repeats",
          "20",
          "number of repeats",
          "a whole number from 1 to 100000, for example 20");

  private static final Set<String> NONE = Set.of("∞", "inf", "infinity", "none");

  private final TypedForm typed;
  private final Supplier<DataSet> data;
  private final StringProperty complaint = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Chosen> chosen = new ReadOnlyObjectWrapper<>();

  /**
   * What was chosen.
   *
   * @param n members, and as many non-members
   * @param c regulariser of the model, infinity for none
   * @param variance of the noise on the weights
   * @param repeats draws of the noise
   */
  public record Chosen(int n, double c, double variance, int repeats, long seed) {}

  /**
   * @param data gives the data set in use, or null
   */
  LogisticForm(LabSession session, Supplier<DataSet> data) {
    this.data = data;
    typed = new TypedForm(session, N, C, VARIANCE, REPEATS);
    chosen.set(new Chosen(400, Double.POSITIVE_INFINITY, 0, 20, session.seed().get()));
    commit();
    session.seed().addListener((property, before, now) -> commit());
  }

  TypedForm typed() {
    return typed;
  }

  /** One sentence about what is wrong, or empty. */
  public StringProperty complaint() {
    return complaint;
  }

  /** What was right last. */
  public ReadOnlyObjectProperty<Chosen> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Takes what is typed, or complains of it; returns whether all of it is right. */
  public boolean commit() {
    try {
      Chosen now =
          new Chosen(
              typed.whole(N), regulariser(), typed.decimal(VARIANCE), typed.whole(REPEATS), seed());
      MembershipSettings settings =
          new MembershipSettings(
              List.of(now.n()),
              List.of(now.c()),
              now.n(),
              List.of(now.variance()),
              now.repeats(),
              now.seed());
      if (data.get() != null) {
        settings.check(data.get());
      }
      complaint.set("");
      chosen.set(now);
      typed.remember();
      return true;
    } catch (LabException wrong) {
      complaint.set(wrong.getMessage());
      return false;
    }
  }

  private long seed() {
    return typed.seed();
  }

  private double regulariser() {
    String text = typed.text(C).get().strip();
    return NONE.contains(text.toLowerCase(Locale.ROOT))
        ? Double.POSITIVE_INFINITY
        : typed.decimal(C);
  }

  /** Chooses the number of images, as with the slider. */
  public void chooseSize(int n) {
    typed.text(N).set(Integer.toString(n));
    commit();
  }

  /** Chooses C, as with the switch. */
  void chooseRegulariser(double c) {
    typed.text(C).set(MembershipCharts.symbol(c));
    commit();
  }

  /** Chooses the variance of the noise, as with the slider. */
  void chooseVariance(double variance) {
    typed.text(VARIANCE).set(Typed.number(variance));
    commit();
  }
}
