package epsilonlab.ui.attack;

import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Fooled or not: the two answers, large. */
final class VerdictCard extends VBox {
  private final LabSession session;
  private final FontIcon icon = new FontIcon(Feather.CHECK);
  private final Label title = new Label();
  private final Answer before = new Answer();
  private final Answer after = new Answer();
  private final HBox answers;
  private final Hyperlink why = new Hyperlink(null, new FontIcon(Feather.CHEVRON_RIGHT));

  /**
   * @param ask shows why the attack ended as it did
   */
  VerdictCard(LabSession session, Runnable ask) {
    super(4);
    this.session = session;
    setId("verdict");
    title.getStyleClass().add("verdict-title");
    HBox head = new HBox(8, icon, title);
    head.setAlignment(Pos.CENTER_LEFT);
    FontIcon arrow = new FontIcon(Feather.ARROW_RIGHT);
    arrow.getStyleClass().add("verdict-arrow");
    answers = new HBox(before, arrow, after);
    answers.setAlignment(Pos.CENTER);
    HBox.setHgrow(before, Priority.ALWAYS);
    HBox.setHgrow(after, Priority.ALWAYS);
    why.setId("why");
    why.setContentDisplay(ContentDisplay.RIGHT);
    why.getStyleClass().add("link-button");
    why.setMinHeight(32);
    why.setTooltip(
        new Tooltip(
            "Follows the attack step by step, checks whether it can be believed, and says why it"
                + " ended as it did."));
    why.setOnAction(event -> ask.run());
    HBox foot = new HBox(why);
    foot.setAlignment(Pos.CENTER);
    foot.visibleProperty().bind(answers.visibleProperty());
    foot.managedProperty().bind(foot.visibleProperty());
    getChildren().addAll(head, answers, foot);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  void show(AttackedImage now) {
    answers.setVisible(now != null);
    answers.setManaged(now != null);
    if (now == null) {
      dress("card", Feather.INFO, "Nothing attacked yet", "");
      return;
    }
    Verdict verdict = Verdict.of(now);
    dress("card-" + verdict.tone(), verdict.icon(), verdict.title(), verdict.tone());
    why.setText(now.success() ? "What happened, step by step" : "Why did it fail?");
    boolean fooled = now.answerAfter() != now.label();
    before.show(session, now.answerBefore(), now.probabilitiesBefore(), false);
    after.show(session, now.answerAfter(), now.probabilitiesAfter(), fooled);
  }

  private void dress(String card, Feather what, String text, String tone) {
    StyleClasses.set(this, card);
    icon.setIconCode(what);
    StyleClasses.oneOf(icon, tone, "danger", "success", "warning");
    StyleClasses.oneOf(title, tone + "-text", "danger-text", "success-text", "warning-text");
    title.setText(text);
  }

  /** One class with how sure the network is. */
  private static final class Answer extends VBox {
    private final Label name = new Label();
    private final Label percent = new Label();
    private final Label words = new Label();

    Answer() {
      setAlignment(Pos.CENTER);
      // both halves are alike whatever the words
      setMinWidth(0);
      setPrefWidth(106);
      name.getStyleClass().add("verdict-class");
      percent.getStyleClass().add("semibold");
      words.getStyleClass().add("muted");
      getChildren().addAll(name, percent, words);
    }

    void show(LabSession session, int answer, float[] probabilities, boolean wrong) {
      String text = ClassNames.of(session, answer);
      boolean word = text.length() > 2;
      // lets "T-shirt/top" break after the stroke
      name.setText(text.replace("/", "/\u200b"));
      name.setWrapText(word);
      name.setTextAlignment(TextAlignment.CENTER);
      name.setMinHeight(Region.USE_PREF_SIZE);
      StyleClasses.oneOf(
          name, word ? "verdict-word" : "verdict-class", "verdict-word", "verdict-class");
      StyleClasses.set(name, "danger-text", wrong);
      percent.setText(Numbers.percent(probabilities[answer]));
      words.setText(word ? "sure" : "sure of " + ClassNames.withArticle(session, answer));
    }
  }
}
