package epsilonlab.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A tab that shows the style classes and keeps what the frame told it. */
public final class TestTab implements LabTab {
  private final String title;
  private final Ikon icon;
  private final LabServices services;

  /** "shown", "hidden", "presenting", "normal", "keep" and the keys, in order. */
  public final List<String> told = new ArrayList<>();

  public String loss;
  public TabColumns columns;

  public TestTab(LabServices services, String title, Ikon icon) {
    this.services = services;
    this.title = title;
    this.icon = icon;
  }

  /** The seven tabs of the lab, in name only. */
  public static List<Function<LabServices, LabTab>> seven(List<TestTab> made) {
    List<Function<LabServices, LabTab>> makers = new ArrayList<>();
    String[] titles = {"Train", "Attack", "Defend", "Generate", "Privacy", "Photo", "Theory"};
    Ikon[] icons = {
      Feather.ACTIVITY,
      Feather.CROSSHAIR,
      Feather.SHIELD,
      Feather.GRID,
      Feather.LOCK,
      Feather.IMAGE,
      Feather.BOOK_OPEN
    };
    for (int i = 0; i < titles.length; i++) {
      int index = i;
      makers.add(
          services -> {
            TestTab tab = new TestTab(services, titles[index], icons[index]);
            made.add(tab);
            return tab;
          });
    }
    return makers;
  }

  @Override
  public String id() {
    return title.toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Ikon icon() {
    return icon;
  }

  @Override
  public boolean usesModel() {
    return title.equals("Attack");
  }

  @Override
  public Node content() {
    TextField field = new TextField("1");
    field.setId("field-" + id());
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll("FGSM, one step", "PGD");
    combo.getSelectionModel().select(0);
    combo.setMaxWidth(Double.MAX_VALUE);
    Region spare = new Region();
    VBox.setVgrow(spare, Priority.ALWAYS);
    Button primary = new Button("Attack 1,000 digits", new FontIcon(Feather.PLAY));
    primary.getStyleClass().add("primary-button");
    VBox choose =
        new VBox(
            8,
            label("Digit", "section-title"),
            field,
            new HBox(8, new Button("Go there"), icon(Feather.SHUFFLE)),
            rule(),
            label("Attack", "section-title"),
            combo,
            label("Steps k", "field-label"),
            new TextField("40"),
            spare,
            primary);
    HBox heading = new HBox(8, label("x", "math"), label("original", "x"));
    heading.setAlignment(Pos.BASELINE_LEFT);
    HBox epsilon = new HBox(8, label("ε", "math"), label("0.20", "epsilon-value"));
    epsilon.getChildren().get(0).getStyleClass().add("epsilon-value");
    HBox result =
        new HBox(
            8,
            new FontIcon(Feather.ALERT_TRIANGLE),
            label("2", "picture-result"),
            label("74.4 %", "muted"));
    result.getChildren().get(0).getStyleClass().add("danger");
    result.setAlignment(Pos.CENTER_LEFT);
    VBox see =
        new VBox(
            16,
            new HBox(8, label(title, "section-title"), label("what is seen", "remark")),
            heading,
            result,
            epsilon,
            rule(),
            label("δ η α ℓ ∞ ≤ → x* θ σ² ∇", "math"),
            label("ε δ η α ℓ₂ ℓ∞ × − → ≤ ≥ ½ · … 0123456789 111", "y"),
            label("0123456789 111 semibold", "semibold"),
            label("0123456789 111 bold", "bold"));
    VBox danger = new VBox(8, label("Fooled", "danger-text"), label("98.45", "hero-number"));
    danger.getStyleClass().add("card-danger");
    TextFlow words =
        new TextFlow(
            new Text(
                "LeNet was 99.96 % sure of a 0. A change of at most 0.20 in every"
                    + " pixel made it 74 % sure of a 2."));
    words.getStyleClass().add("plain-words");
    VBox card = new VBox(8, label("In plain words", "muted"), words);
    card.getStyleClass().add("card");
    VBox number = new VBox(label("Smallest change", "muted"), label("0.173", "key-number"));
    number.getStyleClass().add("card-success");
    VBox warning = new VBox(label("A network file is code.", "value"));
    warning.getStyleClass().add("card-warning");
    VBox read = new VBox(16, danger, number, card, warning);
    columns = new TabColumns(services.state(), choose, see, read);
    return columns;
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Button icon(Ikon ikon) {
    Button button = new Button("", new FontIcon(ikon));
    button.getStyleClass().add("icon-button");
    return button;
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  @Override
  public void onShown() {
    told.add("shown");
  }

  @Override
  public void onHidden() {
    told.add("hidden");
  }

  @Override
  public void setPresenting(boolean presenting) {
    told.add(presenting ? "presenting" : "normal");
  }

  @Override
  public boolean onKey(KeyEvent event) {
    told.add(event.getCode().name());
    return true;
  }

  @Override
  public Optional<Runnable> export() {
    return Optional.of(() -> told.add("export"));
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(new Shortcut("N, P", "Next and previous digit"));
  }

  @Override
  public Optional<String> beforeClose() {
    return Optional.ofNullable(loss);
  }

  @Override
  public CompletableFuture<Void> keep() {
    told.add("keep");
    return CompletableFuture.completedFuture(null);
  }
}
