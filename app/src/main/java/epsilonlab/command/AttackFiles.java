package epsilonlab.command;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.HostTensor;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.PngFiles;
import epsilonlab.report.PngFiles.Ink;
import epsilonlab.report.Table;
import epsilonlab.report.figure.ProbabilityBars;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The pictures, the array and the table of attacked digits. */
final class AttackFiles {
  private static final int SHOWN = 100;
  private static final double WIDTH = 480;

  private AttackFiles() {}

  static void write(CommandRun run, List<AttackedImage> attacked, double epsilon) {
    List<AttackedImage> shown = attacked.subList(0, Math.min(SHOWN, attacked.size()));
    int columns = Math.min(10, shown.size());
    int scale = shown.size() == 1 ? 10 : 3;
    List<float[]> originals = shown.stream().map(AttackedImage::original).toList();
    List<float[]> changes = shown.stream().map(AttackedImage::perturbation).toList();
    List<float[]> results = shown.stream().map(AttackedImage::adversarial).toList();
    run.files().section("Images");
    run.files()
        .picture(
            "original.png",
            PngFiles.grid(originals, columns, 4, scale, Ink.LIGHT_ON_DARK),
            "Original, light ink on black");
    run.files()
        .picture(
            "perturbation.png",
            PngFiles.perturbations(changes, epsilon, columns, 4, scale),
            String.format(
                Locale.ROOT, "Perturbation: blue −%.3g, white 0, red +%.3g", epsilon, epsilon));
    run.files()
        .picture(
            "adversarial.png",
            PngFiles.grid(results, columns, 4, scale, Ink.LIGHT_ON_DARK),
            "Adversarial, light ink on black");
    if (attacked.size() == 1) {
      run.files()
          .chart(
              "probabilities",
              bars(attacked.get(0), run.data().classNames()),
              WIDTH,
              "Probabilities of the classes before the attack and after it");
    }
    run.files().array("adversarial.npy", tensor(attacked));
    run.files().section("Numbers");
    run.files().table("attacked", table(attacked));
  }

  private static ProbabilityBars bars(AttackedImage image, List<String> classNames) {
    return new ProbabilityBars(
        shares(image.probabilitiesBefore()),
        shares(image.probabilitiesAfter()),
        image.label(),
        classNames);
  }

  private static double[] shares(float[] probabilities) {
    return IntStream.range(0, probabilities.length).mapToDouble(i -> probabilities[i]).toArray();
  }

  private static HostTensor tensor(List<AttackedImage> attacked) {
    float[] all = new float[attacked.size() * ImageSet.PIXELS];
    for (int i = 0; i < attacked.size(); i++) {
      System.arraycopy(attacked.get(i).adversarial(), 0, all, i * ImageSet.PIXELS, ImageSet.PIXELS);
    }
    return new HostTensor(all, attacked.size(), 1, ImageSet.SIDE, ImageSet.SIDE);
  }

  private static Table table(List<AttackedImage> attacked) {
    Table table =
        new Table(
            "index",
            "label",
            "predicted_before",
            "predicted_after",
            "confidence_before",
            "confidence_after",
            "success",
            "linf",
            "l2",
            "l0");
    for (AttackedImage image : attacked) {
      table.add(
          image.index(),
          image.label(),
          image.answerBefore(),
          image.answerAfter(),
          image.probabilitiesBefore()[image.answerBefore()],
          image.probabilitiesAfter()[image.answerAfter()],
          String.valueOf(image.success()),
          image.norms().linf(),
          image.norms().l2(),
          image.norms().l0());
    }
    return table;
  }
}
