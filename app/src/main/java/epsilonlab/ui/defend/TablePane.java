package epsilonlab.ui.defend;

import epsilonlab.defence.RaceDefaults;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.component.SliderScale;
import java.util.List;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The heat table, with the switch for the attacker's epsilon and its slider. */
final class TablePane extends VBox {
  private final DefendViewModel model;
  private final ObjectBinding<FigureTheme> theme;
  private final FigureView view = new FigureView();
  private final ToggleGroup group = new ToggleGroup();

  TablePane(DefendViewModel model, LabServices services) {
    this.model = model;
    theme = Parts.theme(services.state());
    view.setId("defend-table");
    view.themeProperty().bind(theme);
    view.setMinHeight(110);
    StackPane figure = new StackPane(view, Waiting.note(model, "measured"));
    VBox.setVgrow(figure, Priority.ALWAYS);
    getChildren()
        .addAll(
            Parts.heading(
                "Training against attack",
                "% right",
                Parts.menu(services, view, "training-against-attack")),
            switches(),
            slider(),
            figure);
    model.table().version().addListener((property, before, now) -> show());
    show();
  }

  private HBox switches() {
    MathLabel name = new MathLabel("Attacker’s $ε$");
    name.themeProperty().bind(theme);
    name.mutedProperty().set(true);
    HBox all = new HBox();
    List<Double> fixed = RaceDefaults.ATTACKERS;
    for (int i = 0; i < fixed.size(); i++) {
      double epsilon = fixed.get(i);
      all.getChildren()
          .add(
              toggle(
                  Numbers.plain(epsilon),
                  epsilon,
                  i == 0 ? "left-pill" : "center-pill",
                  "Attacks with the largest change ε = " + Numbers.plain(epsilon) + "."));
    }
    all.getChildren()
        .add(
            toggle(
                "Slider",
                DefendSettings.SLIDER,
                "right-pill",
                "Attacks with the ε of a slider; arrow keys move it by 0.01, with Shift by 0.1."));
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              // one of them is always chosen
              if (now == null) {
                group.selectToggle(before);
              } else {
                model.attacker().choice().set((Double) now.getUserData());
              }
            });
    model.attacker().choice().addListener((property, before, now) -> select());
    select();
    name.setMinWidth(78);
    HBox.setHgrow(all, Priority.ALWAYS);
    HBox row = new HBox(name, all);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setFillHeight(false);
    row.getStyleClass().add("attacker-row");
    return row;
  }

  private ToggleButton toggle(String text, double value, String place, String says) {
    ToggleButton button = new ToggleButton(text);
    button.setUserData(value);
    button.setToggleGroup(group);
    button.getStyleClass().addAll(place, "attacker-switch");
    button.setId("defend-attacker-" + text.replace(".", "-").toLowerCase(java.util.Locale.ROOT));
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setMaxWidth(Double.MAX_VALUE);
    Parts.say(button, says);
    return button;
  }

  private void select() {
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData().equals(model.attacker().choice().get()))
        .findFirst()
        .ifPresent(group::selectToggle);
  }

  private EpsilonSlider slider() {
    EpsilonSlider slider = new EpsilonSlider();
    slider.setId("defend-slider");
    slider.themeProperty().bind(theme);
    slider
        .scaleProperty()
        .set(SliderScale.LARGEST_CHANGE.withTicks(List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5)));
    slider.valueProperty().bindBidirectional(model.attacker().slider());
    Parts.showIf(slider, model.attacker().choice().isEqualTo(DefendSettings.SLIDER, 0));
    return slider;
  }

  private void show() {
    view.setFigure(DefendFigures.table(model.table(), model.table().shownEpsilon()));
    view.setStale(model.table().isStale());
  }
}
