package epsilonlab.command;

import epsilonlab.photo.ClassScore;
import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoPng;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.PhotoVerdict;
import epsilonlab.photo.Scores;
import epsilonlab.report.PhotoCharts;
import epsilonlab.report.Table;
import java.util.Locale;

/** The pictures and tables of a photo before and after an attack. */
final class PhotoFiles {
  private static final int SHOWN = 5;
  private static final double WIDTH = 480;

  private PhotoFiles() {}

  /** A photo that was only classified. */
  static void classified(CommandRun run, Photo photo, Scores scores) {
    run.files().section("Picture");
    run.files().picture("original.png", PhotoPng.of(photo.picture()), "What the network sees");
    run.files().section("Top five");
    Table table = new Table("class", "index", "probability");
    for (ClassScore score : scores.top(SHOWN)) {
      table.add(score.label(), score.index(), score.probability());
    }
    run.files().table("top5", table);
  }

  /** A photo that was attacked. */
  static void attacked(CommandRun run, PhotoResult result) {
    double limit = Math.max(1e-6, result.norms().linf());
    run.files().section("Pictures");
    run.files().picture("original.png", PhotoPng.of(Photo.picture(result.original())), "Original");
    run.files()
        .picture(
            "change.png",
            PhotoPng.of(PhotoPng.change(result.change(), limit)),
            String.format(
                Locale.ROOT,
                "Change of each colour: black −%.3g, grey 0, white +%.3g",
                limit,
                limit));
    run.files().picture("adversarial.png", result.png(), "Adversarial, rounded to 8 bits");
    run.files().section("Verdict");
    run.files().table("verdict", verdict(result));
    run.files().section("Top five, before and after");
    run.files().table("top5", top(result));
    run.files()
        .chart(
            "classes",
            PhotoCharts.topFive(result.before(), result.after()),
            WIDTH,
            "Likeliest classes");
    run.files().section("Over the steps");
    run.files()
        .chart(
            "probabilities",
            PhotoCharts.probabilities(result.trace(), result.goal(), result.steps()),
            WIDTH,
            "Probabilities");
    run.files()
        .chart(
            "loss",
            PhotoCharts.loss(result.trace(), result.goal(), result.steps()),
            WIDTH,
            "Cross-entropy of the class that the attack is after, log scale");
    run.files().longTable("steps", steps(result), "Probabilities after each step");
  }

  private static Table verdict(PhotoResult result) {
    Table table = new Table("what", "answer");
    table.add("verdict", PhotoVerdict.of(result).sentences());
    table.add("before", words(result.before()));
    table.add("after", words(result.after()));
    table.add("saved as 8-bit PNG and read again", words(result.saved()));
    table.add("random signs of the same size", words(result.random()));
    return table;
  }

  private static String words(Scores scores) {
    ClassScore best = scores.best();
    return String.format(Locale.ROOT, "%s %.1f %%", best.label(), 100 * best.probability());
  }

  private static Table top(PhotoResult result) {
    Table table = new Table("top of", "class", "index", "before", "after");
    for (ClassScore score : result.before().top(SHOWN)) {
      row(table, "before", score, result);
    }
    for (ClassScore score : result.after().top(SHOWN)) {
      row(table, "after", score, result);
    }
    return table;
  }

  private static void row(Table table, String which, ClassScore score, PhotoResult result) {
    table.add(
        which,
        score.label(),
        score.index(),
        result.before().probability(score.index()),
        result.after().probability(score.index()));
  }

  private static Table steps(PhotoResult result) {
    Table table = new Table("step", "answer", "loss", "found_class", "wanted_class");
    int found = result.goal().found();
    for (int step = 0; step < result.trace().size(); step++) {
      Scores scores = result.trace().get(step);
      table.add(
          step,
          scores.best().label(),
          scores.loss(result.goal().watched()),
          scores.probability(found),
          result.goal().isTargeted() ? scores.probability(result.goal().wanted()) : "");
    }
    return table;
  }
}
