package epsilonlab.ui.generate.denoise;

import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Parts;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/** A link that opens an autoencoder of the library. */
final class OpenMenu {
  private OpenMenu() {}

  static Button link(DenoiseViewModel model) {
    ContextMenu menu = new ContextMenu();
    Button link =
        Parts.linkButton(
            Feather.FOLDER,
            "Open from the library",
            "Looks at an autoencoder that was trained before.",
            () -> {});
    link.setId("denoise-open");
    link.setOnAction(
        event -> {
          fill(menu, model);
          menu.show(link, Side.TOP, 0, 0);
        });
    return link;
  }

  private static void fill(ContextMenu menu, DenoiseViewModel model) {
    menu.getItems().clear();
    for (ModelEntry entry : autoencoders(model.session())) {
      MenuItem item = new MenuItem(entry.card().name() + ", " + entry.card().training());
      item.setOnAction(event -> model.inView().open(entry));
      menu.getItems().add(item);
    }
    if (model.inView().opened().get() != null && model.trainings().shown().get() != null) {
      MenuItem back = new MenuItem("Back to the training");
      back.setOnAction(event -> model.inView().backToTraining());
      menu.getItems().add(back);
    }
    if (menu.getItems().isEmpty()) {
      MenuItem none = new MenuItem("There is no autoencoder in the library yet");
      none.setDisable(true);
      menu.getItems().add(none);
    }
  }

  private static List<ModelEntry> autoencoders(LabSession session) {
    return session.generativeModels().stream()
        .filter(entry -> entry.card().architecture().equals(DenoisingAutoencoder.ID))
        .toList();
  }
}
