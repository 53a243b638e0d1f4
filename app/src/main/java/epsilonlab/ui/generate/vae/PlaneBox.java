package epsilonlab.ui.generate.vae;

import epsilonlab.generative.Vae;
import epsilonlab.ui.Parts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Chooses the plane that the map shows, where there are more than two dimensions. */
final class PlaneBox extends MenuButton {
  private static final int MOST = 64;

  private final VaeViewModel model;

  PlaneBox(VaeViewModel model) {
    this.model = model;
    setId("vae-plane");
    getStyleClass().add("vae-plane");
    Parts.say(
        this,
        "Which plane of the latent space z the map shows: the two principal axes of the test"
            + " digits, or any two dimensions.");
    Parts.showIf(
        this,
        Bindings.createBooleanBinding(
            () -> model.network().get() != null && model.network().get().latent() > 2,
            model.network()));
    setOnShowing(event -> fill());
    model.space().choice().addListener((property, before, now) -> name());
    model.network().addListener((property, before, now) -> name());
    // a menu without items does not open
    getItems().add(new MenuItem());
    name();
  }

  private void name() {
    Vae network = model.network().get();
    PlaneChoice now = model.space().choice().get();
    boolean axes = network == null || now.axisName(0, network.latent()).contains("axis");
    setText(axes ? "axes" : "z" + (now.x() + 1) + ", z" + (now.y() + 1));
  }

  private void fill() {
    int latent = Math.min(MOST, model.network().get().latent());
    PlaneChoice now = model.space().choice().get();
    List<MenuItem> items = new ArrayList<>();
    items.add(item("Principal axes", PlaneChoice.AXES, getText().equals("axes")));
    items.add(new SeparatorMenuItem());
    javafx.scene.control.Menu across = new javafx.scene.control.Menu("Across");
    javafx.scene.control.Menu up = new javafx.scene.control.Menu("Up");
    int x = now.x() >= 0 ? now.x() : 0;
    int y = now.y() >= 0 ? now.y() : 1;
    for (int i = 0; i < latent; i++) {
      boolean chosen = now.x() >= 0;
      across
          .getItems()
          .add(item("z" + (i + 1), new PlaneChoice(i, i == y ? x : y), chosen && i == x));
      up.getItems().add(item("z" + (i + 1), new PlaneChoice(i == x ? y : x, i), chosen && i == y));
    }
    items.add(across);
    items.add(up);
    getItems().setAll(items);
  }

  private RadioMenuItem item(String text, PlaneChoice choice, boolean chosen) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setSelected(chosen);
    item.setOnAction(event -> model.space().choice().set(choice));
    return item;
  }
}
