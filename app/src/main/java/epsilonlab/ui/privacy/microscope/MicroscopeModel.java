package epsilonlab.ui.privacy.microscope;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.RocChart;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.ScoreBins;
import epsilonlab.report.figure.ScoreHistogram;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Two lists of scores and the threshold between them. A move of the threshold looks up two counts
 * in the sorted scores and builds nothing that grows with them. Belongs to the FX thread; needs no
 * screen.
 */
public final class MicroscopeModel {
  // steps of the threshold in a bar
  private static final int FINE = 10;
  private static final MathContext SHORT = new MathContext(6);

  private final ReadOnlyObjectWrapper<Scores> scores = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper threshold = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Confusion> confusion = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ScoreHistogram> histogram = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<LineChart> roc = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ScoreBar> chosen = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty stale = new SimpleBooleanProperty();
  private final Consumer<ScoreBar> looksInto;

  /** A microscope whose bars are not to be looked into. */
  public MicroscopeModel() {
    this(null);
  }

  /**
   * @param looksInto is called with the bar that the user chooses; null if bars cannot be chosen
   */
  public MicroscopeModel(Consumer<ScoreBar> looksInto) {
    this.looksInto = looksInto;
  }

  /**
   * Shows other scores. A threshold that the user has put somewhere stays there; otherwise the best
   * one is taken.
   *
   * @param now null for none
   */
  public void show(Scores now) {
    scores.set(now);
    stale.set(false);
    chosen.set(null);
    if (now == null) {
      moved.set(false);
      threshold.set(Double.NaN);
      confusion.set(null);
      histogram.set(null);
      roc.set(null);
    } else {
      place(moved.get() ? threshold.get() : now.best());
    }
  }

  private void place(double value) {
    Scores now = scores.get();
    Confusion found = now.roc().at(value);
    threshold.set(value);
    confusion.set(found);
    ScoreHistogram before = histogram.get();
    histogram.set(
        before != null && before.bins() == now.bins()
            ? before.withThreshold(value)
            : new ScoreHistogram(now.bins(), value, now.label(), true));
    roc.set(RocChart.withPoint(now.chart(), found));
  }

  /**
   * Puts the threshold where the user wants it, in fine steps within the axis. Before the first
   * scores it is what these will be judged by.
   */
  public void moveTo(double value) {
    if (Double.isNaN(value)) {
      return;
    }
    moved.set(true);
    if (scores.get() == null) {
      threshold.set(value);
    } else {
      place(rounded(within(value)));
    }
  }

  /** Moves the threshold; ten steps are a bar. */
  public void moveBy(int steps) {
    if (scores.get() != null) {
      // a best threshold of infinity stands at an end of the axis
      moveTo(within(threshold.get()) + steps * step());
    }
  }

  /** Puts the threshold at an end of the axis. */
  public void moveToEnd(boolean upper) {
    if (scores.get() != null) {
      ScoreBins bins = scores.get().bins();
      moveTo(bins.edge(upper ? bins.size() : 0));
    }
  }

  /** Puts the threshold where most are judged rightly, there and for scores to come. */
  public void moveToBest() {
    moved.set(false);
    if (scores.get() != null) {
      place(scores.get().best());
    }
  }

  private double step() {
    ScoreBins bins = scores.get().bins();
    return (bins.edge(1) - bins.edge(0)) / FINE;
  }

  // in decimals, so that a threshold of 0.3 is the very 0.3 that scores may be equal to
  private double rounded(double value) {
    BigDecimal step = new BigDecimal(step()).round(SHORT);
    long steps = Math.round(value / step.doubleValue());
    return step.multiply(BigDecimal.valueOf(steps)).doubleValue();
  }

  private double within(double value) {
    ScoreBins bins = scores.get().bins();
    return Math.max(bins.edge(0), Math.min(bins.edge(bins.size()), value));
  }

  /** Whether bars can be chosen. */
  public boolean looksIntoBars() {
    return looksInto != null;
  }

  /**
   * Looks into a bar.
   *
   * @param bin its number, or -1 for none
   */
  public void choose(int bin) {
    if (looksInto == null || scores.get() == null) {
      return;
    }
    chosen.set(bin < 0 ? null : ScoreBar.of(scores.get(), bin));
    if (bin >= 0) {
      looksInto.accept(chosen.get());
    }
  }

  /** Looks into the bar on whose scores the threshold stands, or into the one before or after. */
  public void chooseNext(int step) {
    if (scores.get() != null) {
      ScoreBins bins = scores.get().bins();
      int from =
          chosen.get() == null ? bins.indexOf(within(threshold.get())) : chosen.get().bin() + step;
      choose(Math.max(0, Math.min(bins.size() - 1, from)));
    }
  }

  /** What is looked at; null before the first time. */
  public ReadOnlyObjectProperty<Scores> scores() {
    return scores.getReadOnlyProperty();
  }

  /** Whoever's score is at least this is said to be a member; NaN without scores. */
  public ReadOnlyDoubleProperty threshold() {
    return threshold.getReadOnlyProperty();
  }

  /** Whether the user has moved the threshold away from the best one. */
  public ReadOnlyBooleanProperty moved() {
    return moved.getReadOnlyProperty();
  }

  /** What is found with the threshold; null without scores. */
  public ReadOnlyObjectProperty<Confusion> confusion() {
    return confusion.getReadOnlyProperty();
  }

  /** The histograms with the threshold; null without scores. */
  public ReadOnlyObjectProperty<ScoreHistogram> histogram() {
    return histogram.getReadOnlyProperty();
  }

  /** The ROC curve with the point of the threshold; null without scores. */
  public ReadOnlyObjectProperty<LineChart> roc() {
    return roc.getReadOnlyProperty();
  }

  /** The bar that is looked into, or null. */
  public ReadOnlyObjectProperty<ScoreBar> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Greyed: other scores are on their way. */
  public BooleanProperty stale() {
    return stale;
  }
}
