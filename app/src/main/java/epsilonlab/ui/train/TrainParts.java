package epsilonlab.ui.train;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigurePanels;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.FigureView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * Where things are on the Train tab that lessons cover or lock, or reports show.
 *
 * @param accuracy the card with the test accuracy
 * @param library the list of models with their accuracies
 */
record TrainParts(Parent form, Parent curves, Parent mistakes, Node accuracy, Node library) {
  TabParts all() {
    FigureView loss = view(curves, "#train-loss");
    FigureView rightShare = view(curves, "#train-accuracy");
    return new TabParts()
        .figure("train.network", view(form, "#train-drawing"))
        .part("train.curves", loss, rightShare)
        .shows("train.curves", () -> row(loss, rightShare))
        .part("train.accuracy", accuracy)
        .figure("train.confusion", view(mistakes, "#train-confusion"))
        .figure("train.mistakes", view(mistakes, "#train-wrong"))
        .part("train.library", library)
        .repeats("train.accuracy", "train.curves", "train.confusion")
        .repeats("train.curves", "train.accuracy")
        // its diagonal adds up to it
        .repeats("train.confusion", "train.accuracy")
        .repeats("train.mistakes", "train.confusion")
        .repeats("train.library", "train.accuracy", "defend.race", "defend.table")
        .control("lab.dataset", form.lookup("#train-data"))
        .control("lab.seed", form.lookup("#train-seed"))
        .control("train.network", form.lookup("#train-network"))
        .control("train.epochs", form.lookup("#train-epochs"))
        .control("train.learning_rate", form.lookup("#train-learning-rate"))
        .control("train.batch", form.lookup("#train-batch"));
  }

  private static FigureView view(Parent in, String selector) {
    return (FigureView) in.lookup(selector);
  }

  private static Figure row(FigureView one, FigureView other) {
    return one.getFigure() == null || other.getFigure() == null
        ? null
        : new FigurePanels(
            List.of(
                new FigurePanels.Panel("Loss", one.getFigure()),
                new FigurePanels.Panel("Accuracy", other.getFigure())),
            2);
  }
}
