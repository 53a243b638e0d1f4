package epsilonlab.ui.generate.denoise;

import epsilonlab.ui.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The verdict on the defence: what the plain attack promises, and what the other leaves of it. */
final class DefenceCard extends VBox {
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label title = Parts.label("", "verdict-title");
  private final Share plain = new Share("right under the\nplain attack");
  private final Share adaptive = new Share("if the attacker\nknows of it");
  private final Label between = Parts.label("read off between measured sizes", "muted");
  private final HBox shares;

  DefenceCard() {
    super(4);
    setId("denoise-verdict");
    title.setId("denoise-verdict-title");
    plain.number.setId("denoise-plain");
    adaptive.number.setId("denoise-adaptive");
    HBox head = new HBox(8, icon, title);
    head.setAlignment(Pos.CENTER_LEFT);
    FontIcon arrow = new FontIcon(Feather.ARROW_RIGHT);
    arrow.getStyleClass().add("denoise-arrow");
    HBox way = new HBox(arrow);
    way.setAlignment(Pos.TOP_CENTER);
    way.getStyleClass().add("denoise-between");
    shares = new HBox(plain, Parts.spring(), way, Parts.spring(), adaptive);
    shares.managedProperty().bind(shares.visibleProperty());
    between.managedProperty().bind(between.visibleProperty());
    getChildren().addAll(head, shares, between);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  void show(DefenceWords words) {
    DefenceWords.Verdict verdict = words.verdict();
    String tone = verdict.tone();
    getStyleClass().setAll(tone.isEmpty() ? "card" : "card-" + tone);
    icon.setIconCode(
        switch (tone) {
          case "danger" -> Feather.ALERT_TRIANGLE;
          case "warning" -> Feather.ALERT_CIRCLE;
          case "success" -> Feather.CHECK;
          default -> Feather.INFO;
        });
    icon.getStyleClass().removeAll("danger", "warning", "success");
    title.getStyleClass().removeAll("danger-text", "warning-text", "success-text");
    adaptive.number.getStyleClass().remove("danger-text");
    adaptive.sign.getStyleClass().remove("danger-text");
    if (!tone.isEmpty()) {
      icon.getStyleClass().add(tone);
      title.getStyleClass().add(tone + "-text");
    }
    if (tone.equals("danger")) {
      adaptive.number.getStyleClass().add("danger-text");
      adaptive.sign.getStyleClass().add("danger-text");
    }
    title.setText(verdict.title());
    shares.setVisible(words.isKnown());
    plain.show(words.plain());
    adaptive.show(words.adaptive());
    between.setVisible(words.isKnown() && !words.measured());
  }

  /** One accuracy, large. */
  private static final class Share extends VBox {
    private final Label number = Parts.label("", "denoise-share");
    private final Label sign = Parts.label("%", "denoise-percent");

    Share(String caption) {
      HBox line = new HBox(5, number, sign);
      line.setAlignment(Pos.BASELINE_LEFT);
      getChildren().addAll(line, Parts.label(caption, "muted"));
    }

    void show(double share) {
      number.setText(String.valueOf(Math.round(100 * share)));
    }
  }
}
