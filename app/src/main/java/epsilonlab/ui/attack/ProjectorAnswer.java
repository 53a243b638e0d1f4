package epsilonlab.ui.attack;

import epsilonlab.evaluation.AttackedImage;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Presenter mode's verdict: the answers before and after, under one another, beside x*. */
final class ProjectorAnswer extends Pane {
  private final LabSession session;
  private final FontIcon icon = new FontIcon(Feather.CHECK);
  private final Label title = new Label();
  private final HBox head = new HBox(12, icon, title);
  private final Row before = new Row("before");
  private final Row after = new Row("after");
  private final VBox box;

  ProjectorAnswer(AttackViewModel model) {
    session = model.session();
    setId("projector-answer");
    head.setAlignment(Pos.CENTER);
    title.getStyleClass().add("projector-verdict");
    FontIcon arrow = new FontIcon(Feather.ARROW_DOWN);
    arrow.getStyleClass().add("projector-arrow");
    HBox between = new HBox(arrow);
    between.getStyleClass().add("projector-between");
    box = new VBox(before, between, after);
    box.setAlignment(Pos.CENTER);
    getChildren().addAll(head, box);
    model.attacked().addListener((property, old, now) -> show(now));
    show(model.attacked().get());
  }

  @Override
  protected void layoutChildren() {
    double caption = PicturesPane.PROJECTOR_CAPTION;
    head.resizeRelocate(0, 0, getWidth(), caption);
    box.resizeRelocate(0, caption, getWidth(), getHeight() - caption);
  }

  private void show(AttackedImage now) {
    setOpacity(now == null ? 0 : 1);
    if (now == null) {
      return;
    }
    Verdict verdict = Verdict.of(now);
    icon.setIconCode(verdict.icon());
    StyleClasses.oneOf(icon, verdict.tone(), "danger", "success", "warning");
    StyleClasses.set(title, "label", "projector-verdict", verdict.tone() + "-text");
    title.setText(verdict.title());
    StyleClasses.set(box, "card-" + verdict.tone(), "projector-box");
    before.show(session, now.answerBefore(), now.probabilitiesBefore(), false);
    after.show(
        session, now.answerAfter(), now.probabilitiesAfter(), now.answerAfter() != now.label());
  }

  /** One answer with how sure the network is. */
  private static final class Row extends HBox {
    private final Label name = new Label();
    private final Label percent = new Label();

    Row(String when) {
      super(16);
      setAlignment(Pos.CENTER_LEFT);
      name.setMinWidth(Region.USE_PREF_SIZE);
      percent.getStyleClass().add("projector-percent");
      percent.setMinWidth(Region.USE_PREF_SIZE);
      Label words = new Label(when);
      words.getStyleClass().add("muted");
      VBox right = new VBox(percent, words);
      right.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(right, Priority.ALWAYS);
      getChildren().addAll(name, right);
    }

    void show(LabSession session, int answer, float[] probabilities, boolean wrong) {
      String text = ClassNames.of(session, answer);
      boolean word = text.length() > 2;
      StyleClasses.oneOf(
          name, word ? "projector-word" : "projector-class", "projector-word", "projector-class");
      StyleClasses.set(name, "danger-text", wrong);
      name.setText(word ? text.replace(' ', '\n').replace("/", "/\n") : text);
      percent.setText(Numbers.percent(probabilities[answer]));
    }
  }
}
