package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.purify.PurifiedDigit;
import epsilonlab.defence.purify.PurifiedDigitsJob;
import epsilonlab.defence.purify.PurifierCurves;
import epsilonlab.defence.purify.PurifierDefence;
import epsilonlab.defence.purify.PurifierEvent;
import epsilonlab.defence.purify.PurifierSetting;
import epsilonlab.model.Architecture;
import epsilonlab.report.PurifierChart;
import epsilonlab.report.Table;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.SeriesColours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The chart, the table and the samples of a purifier. */
final class PurifyFiles {
  private static final int SAMPLES = 10;
  private static final double WIDTH = 680;

  private PurifyFiles() {}

  static void write(
      CommandRun run,
      PurifierDefence defence,
      Architecture classifier,
      ImageSet images,
      AttackPlan plan,
      PurifierCurves curves) {
    if (!run.files().areWanted()) {
      return;
    }
    run.files().section("Accuracy against epsilon");
    Table table = new Table("setting", "epsilon", "accuracy");
    for (PurifierEvent.Point point : curves.points()) {
      table.add(point.setting().id(), point.epsilon(), point.accuracy());
    }
    double most = curves.points().get(curves.points().size() - 1).epsilon();
    double widest = widestGap(curves);
    run.files()
        .figure(
            "curves",
            PurifierChart.of(curves, SeriesColours.ofArchitecture(classifier.id()), most, widest),
            WIDTH,
            "Accuracy against epsilon; the marker stands where the purifier deceives most");
    run.files().table("curves", table);
    samples(run, defence, images.slice(0, Math.min(SAMPLES, images.size())), plan, widest);
  }

  /** The epsilon at which the attack that knows of the purifier takes back the most. */
  private static double widestGap(PurifierCurves curves) {
    return curves.curve(PurifierSetting.PLAIN).stream()
        .map(PurifierEvent.Point::epsilon)
        .max(
            Comparator.comparingDouble(
                epsilon ->
                    curves.accuracy(PurifierSetting.PLAIN, epsilon).orElseThrow()
                        - curves.accuracy(PurifierSetting.ADAPTIVE, epsilon).orElseThrow()))
        .orElseThrow();
  }

  private static void samples(
      CommandRun run, PurifierDefence defence, ImageSet some, AttackPlan plan, double epsilon) {
    List<PurifiedDigit> digits =
        run.run(new PurifiedDigitsJob(run.compute(), defence, some, i -> i, plan, epsilon));
    List<DigitWall.Tile> tiles = new ArrayList<>();
    digits.forEach(digit -> tiles.add(tile(digit, PurifierSetting.UNDEFENDED)));
    digits.forEach(digit -> tiles.add(tile(digit, PurifierSetting.PLAIN)));
    digits.forEach(digit -> tiles.add(unread(digit, PurifierSetting.ADAPTIVE)));
    digits.forEach(digit -> tiles.add(tile(digit, PurifierSetting.ADAPTIVE)));
    run.files().section("Samples");
    run.files()
        .figure(
            "samples",
            new DigitWall(tiles, some.size(), 2, "Attacked and restored digits"),
            WIDTH,
            "At epsilon "
                + Numbers.text(epsilon)
                + ", truth → answer: the attack on the classifier alone, what the purifier makes of"
                + " it, the attack through the purifier, and what the purifier makes of that");
  }

  private static DigitWall.Tile tile(PurifiedDigit digit, PurifierSetting setting) {
    PurifiedDigit.View view = digit.view(setting);
    boolean right = view.answer() == digit.label();
    return new DigitWall.Tile(
        view.restored().orElse(view.attacked()),
        right ? String.valueOf(digit.label()) : digit.label() + " → " + view.answer(),
        view.restored().isPresent() ? "restored" : "attacked",
        right ? DigitWall.State.RIGHT : DigitWall.State.FOOLED);
  }

  private static DigitWall.Tile unread(PurifiedDigit digit, PurifierSetting setting) {
    return new DigitWall.Tile(
        digit.view(setting).attacked(),
        String.valueOf(digit.label()),
        "attacked",
        DigitWall.State.PLAIN);
  }
}
