package epsilonlab.ui.frame;

import epsilonlab.ui.LabState;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Logo, tabs, model, theme, presenter mode, help. */
final class TopBar extends HBox {
  private final LabState state;
  private final TabStrip tabs;
  private final ModelPicker picker;
  private final HBox logo = logo();
  private final Button unfold;
  private final Button theme;
  private final Button presenter;
  private final Button lessons;
  private final Button help;
  private final HBox tools = new HBox();
  private final HBox buttons = new HBox();
  private final List<Node> whilePresenting = new ArrayList<>();
  private double wordsWidth;
  private boolean lessonAside;

  TopBar(
      LabState state,
      TabStrip tabs,
      Runnable toggleLessons,
      Runnable togglePresenter,
      Runnable toggleHelp) {
    this.state = state;
    this.tabs = tabs;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    picker = new ModelPicker(state.models(), state.theme());
    unfold =
        Icons.button(
            Feather.CHEVRONS_RIGHT,
            "Show the controls",
            () -> state.chooseUnfolded().set(!state.chooseUnfolded().get()));
    unfold.setId("unfold-choose");
    theme = Icons.button(Feather.MOON, "Dark theme", () -> state.theme().toggle());
    theme.setId("theme-switch");
    presenter = Icons.button(Feather.MONITOR, "Presenter mode (F11)", togglePresenter);
    presenter.setId("presenter-switch");
    lessons = Icons.button(Feather.CLIPBOARD, "Lessons (Ctrl+L)", toggleLessons);
    lessons.setId("lessons-button");
    help = Icons.button(Feather.HELP_CIRCLE, "Keys and help (F1)", toggleHelp);
    help.setId("help-button");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    tools.getStyleClass().add("presenter-tools");
    tools.setAlignment(Pos.CENTER);
    buttons.getChildren().setAll(lessons, theme, presenter, help);
    buttons.getStyleClass().add("top-buttons");
    buttons.setAlignment(Pos.CENTER);
    getChildren().addAll(unfold, logo, tabs, gap, picker, tools, buttons);
    state.theme().effectiveTheme().addListener((property, before, now) -> showTheme(now));
    state
        .chooseUnfolded()
        .addListener(
            (property, before, now) ->
                Icons.swap(
                    unfold,
                    now ? Feather.CHEVRONS_LEFT : Feather.CHEVRONS_RIGHT,
                    now ? "Hide the controls" : "Show the controls"));
    // in the next pulse, for the width changes during layout
    widthProperty().addListener((property, before, now) -> Platform.runLater(this::wordsOrIcons));
    showTheme(state.theme().effectiveTheme().get());
    setPresenting(false);
  }

  /** Greys the picker where the tab does not use it, and takes up the tab's own tools. */
  void show(int index, LabTab tab) {
    tabs.select(index);
    picker.setDisable(!tab.usesModel());
    showTools(tab);
  }

  /** What the tab offers in presenter mode stands beside the picker. */
  void showTools(LabTab tab) {
    Optional<Node> node = state.presenting().get() ? tab.presenterTools() : Optional.empty();
    tools.getChildren().setAll(node.stream().toList());
    show(tools, node.isPresent());
  }

  /** Where the tabs' words do not fit, only the chosen tab keeps its own. */
  private void wordsOrIcons() {
    if (state.presenting().get() || getScene() == null) {
      return;
    }
    // the sizes of presenter mode, which has just ended, must not be measured
    applyCss();
    if (!tabs.showsIconsOnly()) {
      wordsWidth = tabs.prefWidth(-1);
    }
    double besides =
        getManagedChildren().stream()
            .filter(child -> child != tabs)
            .mapToDouble(child -> child.prefWidth(-1))
            .sum();
    tabs.iconsOnly(getWidth() < snappedLeftInset() + snappedRightInset() + besides + wordsWidth);
  }

  /** Offers the way back to a lesson that was put aside. */
  void showLessonAside(boolean aside) {
    lessons.setText(aside ? "Back to the lesson" : "");
    lessons.setContentDisplay(aside ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    lessons.getStyleClass().setAll("button", aside ? "lesson-back-button" : "icon-button");
    Icons.say(lessons, aside ? "Back to the lesson (Ctrl+L)" : "Lessons (Ctrl+L)");
    lessonAside = aside;
    show(lessons, aside || !state.presenting().get());
    Platform.runLater(this::wordsOrIcons);
  }

  /** Adds a button that is there in presenter mode only. */
  void addPresenterButton(String id, Ikon icon, String says, Runnable action) {
    Button button = Icons.button(icon, says, action);
    button.setId(id);
    show(button, state.presenting().get());
    whilePresenting.add(button);
    buttons.getChildren().add(buttons.getChildren().indexOf(presenter), button);
  }

  /** The picker of the model in use. */
  Node picker() {
    return picker;
  }

  void setPresenting(boolean presenting) {
    tabs.iconsOnly(presenting);
    Platform.runLater(this::wordsOrIcons);
    whilePresenting.forEach(button -> show(button, presenting));
    show(presenter, !state.isKiosk());
    show(logo, !presenting);
    show(unfold, presenting);
    show(theme, !presenting);
    show(help, !presenting);
    show(lessons, !presenting || lessonAside);
    Icons.swap(
        presenter,
        presenting ? Feather.MINIMIZE : Feather.MONITOR,
        presenting ? "Leave presenter mode (F11)" : "Presenter mode (F11)");
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private void showTheme(Theme now) {
    boolean dark = now == Theme.DARK;
    Icons.swap(theme, dark ? Feather.SUN : Feather.MOON, dark ? "Light theme" : "Dark theme");
  }

  private static HBox logo() {
    Label letter = new Label("ε");
    letter.getStyleClass().add("logo-letter");
    StackPane tile = new StackPane(letter);
    tile.getStyleClass().add("logo-tile");
    Label name = new Label("Epsilon Lab");
    name.getStyleClass().add("logo-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox logo = new HBox(tile, name);
    logo.getStyleClass().add("logo");
    logo.setAlignment(Pos.CENTER_LEFT);
    return logo;
  }
}
