package epsilonlab.ui.photo;

import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoPng;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.Picture;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigurePanels;
import epsilonlab.report.figure.FigurePanels.Panel;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.PixelPicture;
import epsilonlab.ui.TabNodes;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.component.FigureView;
import java.util.List;
import javafx.scene.Node;

/** Where on the tab things are that lessons cover or lock, and reports show. */
final class PhotoParts {
  private PhotoParts() {}

  static TabParts of(PhotoViewModel model, Node root) {
    TabNodes nodes = new TabNodes(root);
    FigureView probabilities = nodes.get("photo-probabilities", FigureView.class);
    FigureView loss = nodes.get("photo-loss", FigureView.class);
    return new TabParts()
        .figure("photo.pictures", nodes.get("photo-pictures"), () -> pictures(model))
        .part("photo.after", nodes.get("photo-after-place"))
        .figure("photo.classes", nodes.get("photo-bars", FigureView.class))
        .figure("photo.curves", nodes.get("photo-curves"), () -> curves(probabilities, loss))
        .part("photo.verdict", nodes.get("photo-read"))
        .whenCovered(
            "photo.verdict",
            nodes.get("photo-epsilon", EpsilonSlider.class).fooledHiddenProperty()::set)
        .repeats("photo.after", "photo.classes", "photo.curves", "photo.verdict")
        .repeats("photo.classes", "photo.pictures", "photo.after", "photo.curves", "photo.verdict")
        .repeats("photo.curves", "photo.pictures", "photo.after", "photo.classes", "photo.verdict")
        .repeats("photo.verdict", "photo.pictures", "photo.after", "photo.classes", "photo.curves")
        .control("photo.target", nodes.all("photo-target", "photo-target-clear"))
        .control("photo.epsilon", nodes.all("photo-epsilon", "photo-go-there"));
  }

  private static Figure curves(FigureView probabilities, FigureView loss) {
    return probabilities.getFigure() == null
        ? null
        : new FigurePanels(
            List.of(
                new Panel("Probability over the steps", probabilities.getFigure()),
                new Panel("Loss over the steps", loss.getFigure())),
            2);
  }

  private static Figure pictures(PhotoViewModel model) {
    PhotoResult result = model.result().get();
    if (result == null) {
      return null;
    }
    double limit = Math.max(1e-4, result.norms().linf());
    Picture change = PhotoPng.change(result.change(), limit);
    return new FigurePanels(
        List.of(
            panel("Original: " + result.before().best().label(), Photo.picture(result.original())),
            panel("Change, white is +" + Numbers.plain(limit), change),
            panel(
                "Attacked: " + result.after().best().label(), Photo.picture(result.adversarial()))),
        3);
  }

  private static Panel panel(String title, Picture picture) {
    return new Panel(
        title, PixelPicture.ofRgb(picture.width(), picture.height(), picture.rgb(), title));
  }
}
