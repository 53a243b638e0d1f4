package epsilonlab.ui.attack;

import epsilonlab.attack.Attack;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.FigureThemes;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.EpsilonSlider;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;
import javafx.scene.Scene;

/** The layout of the Attack tab: choose, see, read. */
final class AttackView {
  private final ObjectBinding<FigureTheme> theme;
  private final EpsilonSlider slider = new EpsilonSlider();
  private final SeeColumn see;
  private final TabColumns columns;
  private final ExportAll exportAll;
  private final AttackParts parts;
  private final AttackViewModel model;
  private TabParts told;
  private Attack toldOf;

  AttackView(LabServices services, AttackViewModel model) {
    this.model = model;
    theme = FigureThemes.of(services.state());
    parts =
        new AttackParts(
            new ChooseColumn(services, model, theme),
            new PicturesPane(model, theme),
            slider(model),
            new AnswersPane(services, model, theme),
            new StripPane(services, model, theme),
            new ReadColumn(services, model, new WhyPanel(services, model.why(), theme)),
            new ProjectorAnswer(model),
            new ProjectorPane(model, theme));
    see =
        new SeeColumn(
            model,
            parts.pictures(),
            parts.slider(),
            parts.answers(),
            parts.strip(),
            parts.verdict(),
            parts.projector(),
            new EmptyPane(services.state(), model, theme));
    exportAll = new ExportAll(model, ExportPorts.notices(services.messages()), services.dialogs());
    columns = new TabColumns(services.state(), parts.choose(), see, parts.read());
    // the answer stands beside the pictures then
    columns.readWhilePresenting().set(false);
  }

  /** Gives the keys to the slider, unless someone goes through the window by keyboard. */
  void focus() {
    Scene scene = columns.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    if (scene != null && (owner == null || !owner.isFocusVisible())) {
      slider.requestFocus();
    }
  }

  private EpsilonSlider slider(AttackViewModel model) {
    slider.setId("epsilon");
    slider.themeProperty().bind(theme);
    slider.scaleProperty().set(model.scale());
    model
        .attacks()
        .attack()
        .addListener((property, before, now) -> slider.scaleProperty().set(model.scale()));
    slider.valueProperty().bindBidirectional(model.epsilon());
    model
        .smallest()
        .addListener(
            (property, before, now) ->
                slider.smallestFoolingProperty().set(now.exists() ? now.value() : Double.NaN));
    return slider;
  }

  Node root() {
    return columns;
  }

  /** Told anew where another attack has other fields. */
  TabParts parts() {
    Attack attack = model.attacks().attack().get();
    if (toldOf != attack) {
      toldOf = attack;
      told = parts.all();
    }
    return told;
  }

  void setPresenting(boolean presenting) {
    see.setPresenting(presenting);
  }

  void export() {
    exportAll.ask();
  }
}
