package epsilonlab.ui.robustness;

import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.ProgressPane;
import epsilonlab.ui.robustness.GalleryViewModel.Step;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The gallery of defences that look strong, over the window. */
public final class GalleryPanel {
  private static final double LEAST = 590;

  private final PanelCard card;

  /** Builds it once; it keeps what was found while it is closed. */
  public GalleryPanel(LabServices services) {
    card = new PanelCard(services, "gallery-panel", "Defences that break");
    GalleryViewModel model = new GalleryViewModel(services.session());
    ToggleGroup views = new ToggleGroup();
    ToggleButton one =
        toggle("One defence", "gallery-view-one", views, "One defence, with a prediction.");
    ToggleButton all =
        toggle("All of them", "gallery-view-all", views, "Every defence in one table.");
    one.setSelected(true);
    HBox toggles = new HBox(one, all);
    one.getStyleClass().add("left-pill");
    all.getStyleClass().add("right-pill");
    card.besideTitle(toggles);
    DefenceList list = new DefenceList(model.defence());
    list.disableProperty().bind(all.selectedProperty());
    HBox numbers =
        new HBox(
            8,
            Fields.field(
                card.theme(),
                "gallery-epsilon",
                "Attacker’s $ε$",
                model.epsilon().text(),
                "The largest change of a pixel, from 0 to 1."),
            Fields.field(
                card.theme(),
                "gallery-count",
                "Digits",
                model.count().text(),
                "How many test digits are attacked."));
    Button primary =
        Fields.primary(
            "gallery-primary",
            Bindings.createStringBinding(
                () ->
                    one.isSelected()
                        ? verb(model.step().get())
                        : model.survey().job().running().get() ? "Stop" : "Run all",
                one.selectedProperty(),
                model.step(),
                model.survey().job().running()),
            "Runs the next attack on the defended network; the last one needs your prediction.",
            Bindings.createBooleanBinding(
                () ->
                    one.isSelected()
                        && model.step().get() == Step.PREDICT
                        && !model.guessed().get(),
                one.selectedProperty(),
                model.step(),
                model.guessed()),
            () -> {
              if (one.isSelected()) {
                model.next();
              } else {
                model.surveyOrStop();
              }
            });
    card.chooseFrom(
        Fields.models(card.theme(), "gallery-model", services.session(), model::changed),
        Parts.label("Defence", "section-title"),
        list,
        numbers,
        slider(model),
        Parts.complaint(model.complaint()),
        new ProgressPane(model.job(), model.survey().job()),
        primary);
    OneDefencePane onePane = new OneDefencePane(services, model, card.theme());
    AllDefencesPane allPane = new AllDefencesPane(services, model.survey(), card.theme());
    onePane.visibleProperty().bind(one.selectedProperty());
    allPane.visibleProperty().bind(all.selectedProperty());
    StackPane both = new StackPane(onePane, allPane);
    card.show(both, LEAST);
    card.needs(
        services.session().model().isNotNull().and(services.session().data().isNotNull()),
        "Here defences are put before a network, look strong, and fall to the attack that knows"
            + " them. First a network is needed.");
  }

  /** Lays it over the window. */
  public void open() {
    card.open();
  }

  private static ToggleButton toggle(String text, String id, ToggleGroup group, String says) {
    ToggleButton button = new ToggleButton(text);
    button.setId(id);
    button.setToggleGroup(group);
    button.getStyleClass().add("small-switch");
    Parts.say(button, says);
    button.setAccessibleText(text);
    button.setOnAction(event -> button.setSelected(true));
    return button;
  }

  private static VBox slider(GalleryViewModel model) {
    Slider slider = new Slider(0, GalleryViewModel.MOST, GalleryViewModel.MOST);
    slider.setId("gallery-epsilon-slider");
    slider.setBlockIncrement(0.01);
    slider.setAccessibleText("Epsilon of the attacker");
    slider.setTooltip(new javafx.scene.control.Tooltip("The largest change of a pixel"));
    boolean[] following = {false};
    Runnable follow =
        () -> {
          following[0] = true;
          slider.setValue(near(model.epsilon().text().get(), slider.getValue()));
          following[0] = false;
        };
    follow.run();
    model.epsilon().text().addListener((property, before, now) -> follow.run());
    slider
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!following[0]) {
                double whole = Math.round(now.doubleValue() * 100) / 100.0;
                model.epsilon().text().set(Numbers.epsilon(whole));
              }
            });
    return new VBox(slider);
  }

  private static double near(String text, double otherwise) {
    try {
      return Double.parseDouble(text.strip().replace(',', '.'));
    } catch (NumberFormatException beingTyped) {
      return otherwise;
    }
  }

  private static String verb(Step step) {
    return switch (step) {
      case BEGIN -> "Run plain PGD";
      case PREDICT -> "Run the adaptive attack";
      case DONE -> "Start again";
      case PLAIN, ADAPTIVE -> "Stop";
    };
  }
}
