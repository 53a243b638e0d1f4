package epsilonlab.ui.generate.gan;

import epsilonlab.generative.GanBatch;
import epsilonlab.generative.GanEpoch;
import epsilonlab.report.Reading;
import epsilonlab.report.Readings;
import epsilonlab.ui.generate.run.ShownCourse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The four numbers of a GAN at the epoch that is looked at. */
final class GanNumbers {
  // the logarithm of a probability that float32 still tells from 0 is above -104
  private static final double EXPLODED = 200;
  private static final int LAST_BATCHES = 20;

  private GanNumbers() {}

  /**
   * The numbers: of the last batches while the training is followed, of the epoch otherwise.
   *
   * @return empty before the first batch
   */
  static Optional<GanBatch> at(ShownCourse<GanBatch, GanEpoch> shown, Readings.On images) {
    Optional<GanEpoch> epoch = shown.record();
    if (images == Readings.On.TEST) {
      return epoch.map(GanEpoch::test);
    }
    boolean live = shown.lookedAt().live().get();
    return live && shown.course() != null
        ? mean(shown.course().batches())
        : epoch.map(GanEpoch::train);
  }

  private static Optional<GanBatch> mean(List<Reading<GanBatch>> batches) {
    if (batches.isEmpty()) {
      return Optional.empty();
    }
    List<GanBatch> last =
        batches.subList(Math.max(0, batches.size() - LAST_BATCHES), batches.size()).stream()
            .map(Reading::value)
            .toList();
    return Optional.of(
        new GanBatch(
            mean(last, GanBatch::generatorLoss),
            mean(last, GanBatch::discriminatorLoss),
            mean(last, GanBatch::realScore),
            mean(last, GanBatch::generatedScore)));
  }

  private static double mean(List<GanBatch> batches, ToDoubleFunction<GanBatch> number) {
    return batches.stream().mapToDouble(number).average().orElse(Double.NaN);
  }

  /** Two decimals, or a dash. */
  static String text(Optional<GanBatch> numbers, ToDoubleFunction<GanBatch> number) {
    return numbers.map(batch -> text(number.applyAsDouble(batch))).orElse("–");
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%.2f" : "%.0e", value);
  }

  /** What a student should look for now, in a sentence or two. */
  static String advice(Optional<GanBatch> numbers, double epochs) {
    if (numbers.isEmpty() || epochs < 1) {
      return "At first there is only noise, and the discriminator soon sees through it. Wait for"
          + " the first strokes.";
    }
    GanBatch now = numbers.get();
    if (!(Math.abs(now.generatorLoss()) + now.discriminatorLoss() < EXPLODED)) {
      return "The losses have left all bounds: start again with a smaller learning rate.";
    }
    if (now.realScore() > 0.9 && now.generatedScore() < 0.1) {
      return "The discriminator is sure of nearly every digit, so the generator learns little."
          + " Try more dropout, or fewer discriminator steps.";
    }
    if (Math.abs(now.realScore() - 0.5) < 0.04 && Math.abs(now.generatedScore() - 0.5) < 0.04) {
      return "Balance: the discriminator can hardly tell real digits from generated ones. Both"
          + " losses are near ln 2.";
    }
    return "The losses do not fall to 0: each player’s gain is the other’s loss. Watch the digits"
        + " instead.";
  }
}
