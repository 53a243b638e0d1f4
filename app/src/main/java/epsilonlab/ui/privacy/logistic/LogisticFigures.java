package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.privacy.inference.Answers;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.report.MembershipCharts;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.LineChart;
import java.util.ArrayList;
import java.util.List;

/** The figures of the overview. */
final class LogisticFigures {
  private static final double USUAL = 0.01;
  private static final int SCALE = 3;

  private LogisticFigures() {}

  private static List<FitPoint> fits(Sweep sweep) {
    List<FitPoint> both = new ArrayList<>(sweep.known().get().fits(Double.POSITIVE_INFINITY));
    both.addAll(sweep.known().get().fits(sweep.regularised(USUAL)));
    return both;
  }

  static LineChart model(Sweep sweep) {
    LogisticForm.Chosen now = sweep.form().chosen().get();
    return MembershipCharts.model(fits(sweep), sweep.sizes(), now.c(), now.n());
  }

  static LineChart attack(Sweep sweep) {
    LogisticForm.Chosen now = sweep.form().chosen().get();
    return MembershipCharts.attack(
        fits(sweep), sweep.sizes(), sweep.attacks()::accuracy, now.c(), now.n());
  }

  static LineChart noise(Sweep sweep, double c) {
    LogisticForm.Chosen now = sweep.form().chosen().get();
    return MembershipCharts.noise(
            sweep.known().get().noise(now, c), sweep.variances(), now.variance())
        .toBuilder()
        .emptyText("Not measured yet at n = " + now.n())
        .build();
  }

  /**
   * Images with their class and the model's answer.
   *
   * @param images that the answers are about
   * @param chosen their numbers
   */
  static DigitWall row(
      DataSet data, ImageSet images, Answers answers, List<Integer> chosen, int columns) {
    List<DigitWall.Tile> tiles = new ArrayList<>();
    for (int i : chosen) {
      tiles.add(tile(data, images, answers, i));
    }
    return new DigitWall(tiles, columns, SCALE, "Images and the model's answers", true);
  }

  private static DigitWall.Tile tile(DataSet data, ImageSet images, Answers answers, int i) {
    boolean right = answers.isRight(i);
    String truth = data.classNames().get(images.label(i));
    String answer = data.classNames().get(answers.answer(i));
    return new DigitWall.Tile(
        images.image(i),
        right ? "right" : "→ " + answer,
        truth,
        right ? DigitWall.State.RIGHT : DigitWall.State.FOOLED);
  }
}
