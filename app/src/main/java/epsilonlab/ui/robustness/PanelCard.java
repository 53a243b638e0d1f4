package epsilonlab.ui.robustness;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame of a panel over the window: title, close, what is chosen at the left, what is seen. */
class PanelCard extends VBox {
  private static final double WIDTH = 1240;
  private static final double HEIGHT = 860;
  private static final double CHOOSE = 248;

  private final LabServices services;
  private final ObjectBinding<FigureTheme> theme;
  private final HBox head;
  private final VBox choose = new VBox(8);
  private final StackPane see = new StackPane();

  PanelCard(LabServices services, String id, String name) {
    super(12);
    this.services = services;
    theme = Parts.theme(services.state());
    setId(id);
    setAccessibleText(name);
    getStyleClass().addAll("popover-card", "robustness-card");
    getStylesheets()
        .add(
            Objects.requireNonNull(PanelCard.class.getResource("/epsilonlab/ui/css/robustness.css"))
                .toExternalForm());
    setMaxSize(WIDTH, HEIGHT);
    setFocusTraversable(true);
    Label title = Parts.label(name, "help-title");
    Button close = Parts.iconButton(Feather.X, "Close (Esc)", this::close);
    close.setId(id + "-close");
    head = new HBox(12, title, Parts.spring(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    choose.setMinWidth(CHOOSE);
    choose.setMaxWidth(CHOOSE);
    choose.getStyleClass().add("robustness-choose");
    see.setMinWidth(0);
    HBox.setHgrow(see, Priority.ALWAYS);
    HBox body = new HBox(choose, see);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, body);
  }

  final LabServices services() {
    return services;
  }

  final ObjectBinding<FigureTheme> theme() {
    return theme;
  }

  /** Lays it over the window. */
  final void open() {
    services.state().overlay().set(this);
  }

  final void close() {
    services.state().overlay().set(null);
  }

  /** Puts something beside the title. */
  final void besideTitle(Node... nodes) {
    head.getChildren().addAll(1, java.util.List.of(nodes));
  }

  /** Fills the left column; the last one stands at its foot. */
  final void chooseFrom(Node... nodes) {
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    choose.getChildren().addAll(nodes);
    choose.getChildren().add(nodes.length - 1, spare);
  }

  /** What is seen, which scrolls where the window is low. */
  final void show(Region content, double least) {
    content.setMinHeight(least);
    content.getStyleClass().add("robustness-see");
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    pane.visibleProperty().bind(content.visibleProperty());
    see.getChildren().add(pane);
  }

  /** Takes the place of what is seen while there are too few models. */
  final void needs(ObservableBooleanValue enough, String sentence) {
    FontIcon icon = new FontIcon(Feather.SHIELD);
    icon.getStyleClass().addAll("accent", "robustness-empty-icon");
    Label words = new Label(sentence);
    words.getStyleClass().add("plain-words");
    words.setWrapText(true);
    words.setMaxWidth(460);
    words.setTextAlignment(TextAlignment.CENTER);
    Button train = new Button("Train a small CNN (10 s)", new FontIcon(Feather.PLAY));
    train.setId(getId() + "-train");
    train.getStyleClass().addAll("primary-button", "empty-button");
    Parts.say(train, "Goes to the Train tab and starts.");
    train.setAccessibleText(train.getText());
    train.setOnAction(
        event -> {
          close();
          services.state().trainFirst().get().run();
        });
    Parts.showIf(train, services.state().trainFirst().isNotNull());
    VBox empty = new VBox(20, icon, words, train);
    empty.setAlignment(Pos.CENTER);
    empty.setId(getId() + "-empty");
    empty.visibleProperty().bind(Bindings.not(enough));
    see.getChildren().get(0).visibleProperty().unbind();
    see.getChildren().get(0).visibleProperty().bind(enough);
    choose.disableProperty().bind(Bindings.not(enough));
    see.getChildren().add(empty);
  }
}
