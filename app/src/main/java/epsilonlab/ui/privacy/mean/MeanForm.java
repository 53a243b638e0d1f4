package epsilonlab.ui.privacy.mean;

import epsilonlab.engine.LabException;
import epsilonlab.privacy.mean.MeanScore;
import epsilonlab.privacy.mean.MeanSettings;
import epsilonlab.privacy.mean.ScoresSettings;
import epsilonlab.privacy.mean.Simulation;
import epsilonlab.settings.Setting;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.generate.run.TypedField;
import epsilonlab.ui.generate.run.TypedForm;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What is chosen at the left of the part. What is typed counts as soon as all of it is right.
 * Belongs to the FX thread; needs no screen.
 */
final class MeanForm {
  static final int MOST_REPEATS = 1_000_000;
  static final TypedField N =
      TypedField.of("privacy.mean.n", "50", "number of people n", "a whole number, for example 50");
  static final TypedField D =
      TypedField.of("privacy.mean.d", "100", "dimension d", "a whole number, for example 100");
  static final TypedField VARIANCE =
      TypedField.of(
          "privacy.mean.variance",
          "0",
          "variance of the noise",
          "a number from 0 on, for example 0.1");
  static final TypedField REPEATS =
      TypedField.of(
          "privacy.mean.repeats",
          "1000",
          "number of repeats",
          "a whole number from 2 to 1000000, for example 1000");

  private static final Setting<MeanScore> SCORE =
      Setting.of("privacy.mean.score", MeanScore.class, MeanScore.PRODUCT);
  private static final Setting<Simulation> SIMULATION =
      Setting.of("privacy.mean.simulation", Simulation.class, Simulation.REDUCED);
  private static final int SCORES = 10_000;

  private final TypedForm typed;
  private final ObjectProperty<MeanScore> score = new SimpleObjectProperty<>();
  private final ObjectProperty<Simulation> simulation = new SimpleObjectProperty<>();
  private final StringProperty complaint = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Chosen> chosen = new ReadOnlyObjectWrapper<>();

  /**
   * What was right last.
   *
   * @param n people in the mean, and as many others
   * @param d dimension
   * @param variance of the noise on each component of the mean
   * @param repeats of the curves' points
   */
  record Chosen(
      int n,
      int d,
      double variance,
      int repeats,
      MeanScore score,
      Simulation simulation,
      long seed) {
    /** What the microscope shows of it. */
    ScoresSettings scores() {
      return new ScoresSettings(n, d, variance, SCORES, simulation, score, seed);
    }

    /** Whether the points of both curves come to the same for another choice. */
    boolean measuresAs(Chosen other) {
      return d == other.d && measuresDimensionsAs(other);
    }

    /** Whether the points of the curve against the dimension do. */
    boolean measuresDimensionsAs(Chosen other) {
      return n == other.n
          && repeats == other.repeats
          && score == other.score
          && simulation == other.simulation
          && seed == other.seed;
    }

    /** Curves of these points. */
    MeanSettings curves(List<Integer> dimensions, List<Double> variances) {
      return new MeanSettings(n, dimensions, variances, d, repeats, simulation, score, seed);
    }
  }

  MeanForm(LabSession session) {
    typed = new TypedForm(session, N, D, VARIANCE, REPEATS);
    score.set(session.settings().get(SCORE));
    simulation.set(session.settings().get(SIMULATION));
    chosen.set(new Chosen(50, 100, 0, 1000, score.get(), simulation.get(), session.seed().get()));
    score.addListener(
        (property, before, now) -> {
          session.settings().set(SCORE, now);
          commit();
        });
    simulation.addListener(
        (property, before, now) -> {
          session.settings().set(SIMULATION, now);
          commit();
        });
    session.seed().addListener((property, before, now) -> commit());
    commit();
  }

  /** What is typed. */
  TypedForm typed() {
    return typed;
  }

  /** What the attacker computes. */
  ObjectProperty<MeanScore> score() {
    return score;
  }

  /** How the scores are drawn. */
  ObjectProperty<Simulation> simulation() {
    return simulation;
  }

  /** One sentence about what is wrong, or empty. */
  StringProperty complaint() {
    return complaint;
  }

  /** What was right last; never null. */
  ReadOnlyObjectProperty<Chosen> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Takes what is typed, or complains of it; returns whether all of it is right. */
  boolean commit() {
    try {
      Chosen now =
          new Chosen(
              typed.whole(N),
              typed.whole(D),
              typed.decimal(VARIANCE),
              repeats(),
              score.get(),
              simulation.get(),
              typed.seed());
      // it checks every value
      now.scores();
      now.curves(List.of(now.d()), List.of(now.variance()));
      complaint.set("");
      typed.remember();
      chosen.set(now);
      return true;
    } catch (LabException wrong) {
      complaint.set(wrong.getMessage());
      return false;
    }
  }

  private int repeats() {
    int repeats = typed.whole(REPEATS);
    if (repeats < 2 || repeats > MOST_REPEATS) {
      throw new LabException(
          "The number of repeats is %d, but must be from 2 to %d%s."
              .formatted(
                  repeats, MOST_REPEATS, repeats == 1 ? ", for a single one has no spread" : ""));
    }
    return repeats;
  }
}
