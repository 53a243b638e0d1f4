package epsilonlab.ui.attack;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.FigureThemes;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.component.EpsilonSlider;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;

/** The layout of the Attack tab: choose, see, read. */
final class AttackView {
  private final ObjectBinding<FigureTheme> theme;
  private final ChooseColumn choose;
  private final PicturesPane pictures;
  private final EpsilonSlider slider = new EpsilonSlider();
  private final AnswersPane answers;
  private final StripPane strip;
  private final ReadColumn read;
  private final TabColumns columns;
  private final ExportAll exportAll;

  AttackView(LabServices services, AttackViewModel model) {
    theme = FigureThemes.of(services.state());
    choose = new ChooseColumn(services, model, theme);
    pictures = new PicturesPane(model, theme);
    answers = new AnswersPane(services, model, theme);
    strip = new StripPane(services, model, theme);
    read = new ReadColumn(services, model);
    exportAll = new ExportAll(model, ExportPorts.notices(services.messages()), services.dialogs());
    slider.themeProperty().bind(theme);
    slider.maxProperty().set(AttackViewModel.MOST);
    slider.valueProperty().bindBidirectional(model.epsilon());
    model
        .smallest()
        .addListener(
            (property, before, now) ->
                slider.smallestFoolingProperty().set(now.exists() ? now.value() : Double.NaN));
    SeeColumn see = new SeeColumn(pictures, slider, answers, strip);
    columns = new TabColumns(services.state(), choose, see, read);
  }

  Node root() {
    return columns;
  }

  void setPresenting(boolean presenting) {
    strip.setWanted(!presenting);
    answers.setPresenting(presenting);
    read.setPresenting(presenting);
  }

  void export() {
    exportAll.ask();
  }
}
