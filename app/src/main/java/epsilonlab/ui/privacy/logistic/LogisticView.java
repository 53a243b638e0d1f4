package epsilonlab.ui.privacy.logistic;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.ProgressPane;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.data.DataChoice;
import epsilonlab.ui.data.OwnData;
import epsilonlab.ui.generate.run.FormFields;
import epsilonlab.ui.generate.run.GenerateStyle;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The layout of the part: what all pages share at the left, and the page in view. */
final class LogisticView {
  private final TabColumns root;
  private final Pages pages;
  private final TabParts parts;
  // kept, for bindings do not keep each other alive
  private final ObjectBinding<FigureTheme> theme;

  LogisticView(LabServices services, LogisticModels models, Node parts) {
    theme = Parts.theme(services.state());
    LogisticForm form = models.form();
    FormFields fields =
        new FormFields("logistic", theme, form.typed(), form.complaint(), form::commit);
    pages =
        new Pages(
            services.session().settings(),
            List.of(
                new GapPage(services, models.sweep(), fields, theme),
                new AttacksPage(services, models.attacks(), theme),
                new PlayPage(services, models.play(), theme),
                new DefencesPage(services, models.defences(), form, theme)));
    OwnData data = models.data();
    DataChoice choice = new DataChoice(services, data);
    StackPane see = pages.stack(Page::see);
    see.visibleProperty().bind(data.missing().isEmpty());
    MissingPane missing = new MissingPane(data, choice);
    missing.visibleProperty().bind(data.missing().isNotEmpty());
    StackPane middle = new StackPane(see, missing);
    middle.getStyleClass().addAll("generate-see", "logistic-see");
    root =
        GenerateStyle.on(
            new TabColumns(
                services.state(),
                choose(parts, models, choice, fields),
                middle,
                pages.stack(Page::read)));
    LogisticStyle.on(root);
    this.parts = LogisticParts.of(models, root);
  }

  private Region choose(Node parts, LogisticModels models, DataChoice choice, FormFields fields) {
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    VBox choose = new VBox(parts);
    choose
        .getChildren()
        .addAll(
            pages.switchOf(),
            new SubjectPane(models.sweep(), choice, fields, theme),
            pages.stack(Page::choose),
            fields.complaint(),
            spare);
    for (Page page : pages.all()) {
      choose.getChildren().add(foot(page));
    }
    choose.getStyleClass().add("logistic-choose");
    return choose;
  }

  /** How far the page's job is, and its button. */
  private Region foot(Page page) {
    Button button = new Button();
    button.setId("logistic-" + page.id() + "-primary");
    button.getStyleClass().add("primary-button");
    Region play = new Region();
    play.getStyleClass().addAll("player-shape", "shape-play");
    button
        .graphicProperty()
        .bind(Bindings.when(page.job().running()).then((Region) null).otherwise(play));
    button.textProperty().bind(page.action());
    Parts.say(button, page.actionSays());
    button.accessibleTextProperty().bind(page.action());
    button.disableProperty().bind(page.idle());
    button.setOnAction(event -> page.act());
    VBox foot = new VBox(8, new ProgressPane(page.job()), button);
    Parts.showIf(foot, Bindings.equal(pages.current(), page));
    return foot;
  }

  /** Where in the part things are. */
  TabParts parts() {
    return parts;
  }

  Node root() {
    return root;
  }

  Pages pages() {
    return pages;
  }
}
