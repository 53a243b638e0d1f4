package epsilonlab.lesson;

import epsilonlab.lesson.fact.Condition;
import epsilonlab.lesson.fact.Curve;
import epsilonlab.lesson.fact.Expression;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.Format;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the student predicts before looking.
 *
 * @param ask the question
 * @param answer what kind of answer it takes, and how the truth is found
 * @param cover the parts of the window that would give it away, from the step on
 * @param coverBefore those that would give it away in earlier steps already, from the first one on
 * @param told the truth in words, with this run's numbers; empty for the plain value
 */
public record Question(
    Template ask,
    Answer answer,
    List<PartName> cover,
    List<PartName> coverBefore,
    Optional<Template> told) {
  /** What kind of answer a question takes. */
  public sealed interface Answer {
    /** The truth; empty while the facts do not say. */
    Optional<Guess> truth(Facts facts);

    /** The facts that the truth depends on; empty if it does not depend on the lab. */
    Set<String> facts();

    /** Whether a guess is one that can be made. */
    boolean accepts(Guess guess);

    /**
     * Whether this can be the truth beside a guess, which may lie beyond what can be guessed; asked
     * of what comes from a file.
     */
    boolean comparesWith(Guess truth);

    /** A guess in words. */
    String words(Guess guess);

    /** A guess beside the truth; both are ones that can be made. */
    Comparison compare(Guess guess, Guess truth);
  }

  /**
   * One of several options.
   *
   * @param options what stands on the buttons, by name
   * @param truths which option is right when; the first whose conditions all hold
   */
  public record Options(Map<String, String> options, List<Case> truths) implements Answer {
    /** An option and when it is right. */
    public record Case(String option, List<Condition> when) {}

    @Override
    public Optional<Guess> truth(Facts facts) {
      boolean known =
          truths.stream()
              .flatMap(one -> one.when().stream())
              .allMatch(condition -> condition.isKnown(facts));
      return truths.stream()
          .filter(
              one ->
                  known
                      && one.when().stream()
                          .allMatch(condition -> condition.holds(facts, Facts.NONE)))
          .map(one -> (Guess) new Guess.Choice(one.option()))
          .findFirst();
    }

    @Override
    public Set<String> facts() {
      return truths.stream()
          .flatMap(one -> one.when().stream())
          .flatMap(condition -> condition.names().stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean accepts(Guess guess) {
      return guess instanceof Guess.Choice choice && options.containsKey(choice.option());
    }

    @Override
    public boolean comparesWith(Guess truth) {
      return accepts(truth);
    }

    @Override
    public String words(Guess guess) {
      return options.get(((Guess.Choice) guess).option());
    }

    @Override
    public Comparison compare(Guess guess, Guess truth) {
      boolean right = guess.equals(truth);
      return new Comparison(
          right, words(guess), words(truth), right ? "You were right." : "It came out otherwise.");
    }
  }

  /**
   * A number on a slider.
   *
   * @param from the least that can be guessed
   * @param to the most
   * @param step of the slider
   * @param tolerance how far a right guess may be off
   */
  public record Slider(
      double from, double to, double step, double tolerance, Format format, Expression value)
      implements Answer {
    @Override
    public Optional<Guess> truth(Facts facts) {
      return value.of(facts).map(number -> new Guess.Number((Double) number));
    }

    @Override
    public Set<String> facts() {
      return value.names();
    }

    @Override
    public boolean accepts(Guess guess) {
      return guess instanceof Guess.Number number
          && number.value() >= from - 1e-9
          && number.value() <= to + 1e-9;
    }

    @Override
    public boolean comparesWith(Guess truth) {
      return truth instanceof Guess.Number number && !Double.isNaN(number.value());
    }

    @Override
    public String words(Guess guess) {
      return format.write(((Guess.Number) guess).value());
    }

    @Override
    public Comparison compare(Guess guess, Guess truth) {
      double off = ((Guess.Number) guess).value() - ((Guess.Number) truth).value();
      boolean right = Math.abs(off) <= tolerance + 1e-9;
      String by = off(format).write(Math.abs(off));
      return new Comparison(
          right,
          words(guess),
          words(truth),
          Math.abs(off) < 1e-9
              ? "You were right."
              : (right ? "Near enough: " : "You were ")
                  + by
                  + (off > 0 ? " too high." : " too low."));
    }
  }

  /**
   * A curve drawn over an empty chart.
   *
   * @param x where the guess is taken, ascending
   * @param from the lower end of the chart
   * @param to the upper end
   * @param tolerance how far a right guess may be off on average
   * @param xLabel what the axis shows
   * @param yLabel likewise
   */
  public record Drawn(
      List<Double> x,
      double from,
      double to,
      double tolerance,
      Format format,
      String xLabel,
      String yLabel,
      Expression value)
      implements Answer {
    @Override
    public Optional<Guess> truth(Facts facts) {
      return value
          .of(facts)
          .map(Curve.class::cast)
          .filter(curve -> x.stream().allMatch(curve::covers))
          .map(
              curve ->
                  new Guess.Line(
                      new Curve(x.stream().map(at -> new Curve.Point(at, curve.at(at))).toList())));
    }

    @Override
    public Set<String> facts() {
      return value.names();
    }

    @Override
    public boolean accepts(Guess guess) {
      return isOverTheSamePoints(guess)
          && ((Guess.Line) guess)
              .curve().points().stream()
                  .allMatch(point -> point.y() >= from - 1e-9 && point.y() <= to + 1e-9);
    }

    @Override
    public boolean comparesWith(Guess truth) {
      return isOverTheSamePoints(truth)
          && ((Guess.Line) truth)
              .curve().points().stream().allMatch(point -> Double.isFinite(point.y()));
    }

    private boolean isOverTheSamePoints(Guess guess) {
      if (!(guess instanceof Guess.Line line)) {
        return false;
      }
      List<Curve.Point> points = line.curve().points();
      boolean same = points.size() == x.size();
      for (int i = 0; same && i < points.size(); i++) {
        same = Math.abs(points.get(i).x() - x.get(i)) < 1e-9;
      }
      return same;
    }

    @Override
    public String words(Guess guess) {
      List<String> all = new ArrayList<>();
      for (Curve.Point point : ((Guess.Line) guess).curve().points()) {
        all.add(format.write(point.y()) + " at " + plain(point.x()));
      }
      return String.join(", ", all);
    }

    @Override
    public Comparison compare(Guess guess, Guess truth) {
      List<Curve.Point> guessed = ((Guess.Line) guess).curve().points();
      List<Curve.Point> known = ((Guess.Line) truth).curve().points();
      double sum = 0;
      int worst = 0;
      for (int i = 0; i < known.size(); i++) {
        sum += off(guessed, known, i);
        worst = off(guessed, known, i) > off(guessed, known, worst) ? i : worst;
      }
      double mean = sum / known.size();
      return new Comparison(
          mean <= tolerance + 1e-9,
          words(guess),
          words(truth),
          Question.off(format).write(mean)
              + " off on average, most at "
              + plain(known.get(worst).x())
              + ": "
              + format.write(guessed.get(worst).y())
              + " against "
              + format.write(known.get(worst).y())
              + ".");
    }

    private static double off(List<Curve.Point> guessed, List<Curve.Point> known, int i) {
      return Math.abs(guessed.get(i).y() - known.get(i).y());
    }

    private static String plain(double x) {
      return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
    }
  }

  /** How a difference of two such numbers is written. */
  private static Format off(Format format) {
    return format == Format.SHARE ? Format.POINTS : format;
  }
}
