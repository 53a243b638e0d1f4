package epsilonlab.command;

import epsilonlab.model.Architecture;
import epsilonlab.model.Predictions;
import epsilonlab.report.Table;
import epsilonlab.report.TrainingCharts;
import epsilonlab.report.figure.ConfusionMatrix;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.training.EpochRecord;
import epsilonlab.training.TrainingResult;
import java.util.List;

/** The tables and figures of a training and of an evaluation. */
final class TrainingFigures {
  private static final double WIDTH = 480;

  private TrainingFigures() {}

  static void write(CommandRun run, Architecture architecture, TrainingResult result) {
    SeriesColours colour = SeriesColours.ofArchitecture(architecture.id());
    run.files().section("Training");
    Table table =
        new Table("epoch", "train_loss", "train_accuracy", "test_loss", "test_accuracy", "seconds");
    for (EpochRecord epoch : result.epochs()) {
      table.add(
          epoch.epoch(),
          epoch.trainLoss(),
          epoch.trainAccuracy(),
          epoch.testLoss(),
          epoch.testAccuracy(),
          epoch.seconds());
    }
    run.files().table("epochs", table);
    run.files()
        .figure("loss", TrainingCharts.loss(result.epochs(), colour), WIDTH, "Loss by epoch");
    run.files()
        .figure(
            "accuracy",
            TrainingCharts.accuracy(result.epochs(), colour),
            WIDTH,
            "Accuracy by epoch");
    confusion(run, architecture, result.test());
  }

  static void confusion(CommandRun run, Architecture architecture, Predictions test) {
    run.files()
        .figure(
            "confusion",
            new ConfusionMatrix(
                test.confusion(), SeriesColours.ofArchitecture(architecture.id()), List.of()),
            WIDTH,
            "Confusion matrix: rows truth, columns answer");
  }
}
