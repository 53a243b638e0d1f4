package epsilonlab.ui.attack;

import epsilonlab.evaluation.diagnosis.Cause;
import epsilonlab.evaluation.diagnosis.Check;
import epsilonlab.evaluation.diagnosis.Diagnosis;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The verdict in words, what to try, and the checks with what was measured. */
final class WhyVerdict extends VBox {
  private final VBox checks = new VBox(10);
  private final VBox card = new VBox(6);

  WhyVerdict() {
    super(16);
    card.setId("why-verdict");
    checks.setId("why-checks");
    Label title = new Label("Can the attack be believed?");
    title.getStyleClass().add("section-title");
    getChildren().addAll(card, title, checks);
  }

  void show(Diagnosis now) {
    Cause cause = now.verdict().cause();
    String tone =
        switch (cause) {
          case SUCCEEDED -> "danger";
          case ROBUST -> "success";
          default -> "warning";
        };
    FontIcon icon = new FontIcon(cause == Cause.ROBUST ? Feather.CHECK : Feather.ALERT_TRIANGLE);
    icon.getStyleClass().add(tone);
    String words = cause.words();
    Label title = new Label(Character.toUpperCase(words.charAt(0)) + words.substring(1));
    title.getStyleClass().addAll("verdict-title", tone + "-text");
    HBox head = new HBox(8, icon, title);
    head.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().setAll("card-" + tone, "card-tight");
    card.getChildren()
        .setAll(
            head, wrapped(now.verdict().why(), "label"), wrapped(now.verdict().advice(), "label"));
    checks.getChildren().setAll(List.copyOf(now.checks().stream().map(WhyVerdict::row).toList()));
  }

  private static HBox row(Check check) {
    FontIcon icon = new FontIcon(check.passed() ? Feather.CHECK : Feather.X);
    icon.getStyleClass().add(check.passed() ? "success" : "danger");
    Label name = wrapped(check.name(), "semibold");
    VBox words = new VBox(name, wrapped(check.value(), "remark"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, icon, words);
    row.setAccessibleText((check.passed() ? "Passed: " : "Failed: ") + check.name());
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  private static Label wrapped(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
