package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import epsilonlab.ui.privacy.microscope.CountsPane;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The score of the student, and the machine's beside it. */
final class PlayReadPane extends VBox {
  private final Play play;
  private final Label you = Parts.label("", "hero-number");
  private final Label machine = Parts.label("", "hero-number", "muted");
  private final VBox card;
  private final SimpleObjectProperty<Confusion> confusion = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

  PlayReadPane(Play play, ObservableValue<FigureTheme> theme) {
    this.play = play;
    getStyleClass().add("logistic-read");
    you.setId("play-you");
    machine.setId("play-machine");
    HBox scores = new HBox(24, score(you, "you, of 20"), score(machine, "the machine"));
    scores.setAlignment(Pos.CENTER_LEFT);
    card = new VBox(4, Parts.label("Judged rightly", "remark"), scores);
    card.getStyleClass().addAll("card", "logistic-hero");
    card.setMinHeight(USE_PREF_SIZE);
    CountsPane counts = new CountsPane("play", confusion, theme);
    Parts.showIf(counts, confusion.isNotNull());
    RichText text = new RichText(words);
    text.setId("play-words");
    text.getStyleClass().add("plain-flow");
    VBox plain = new VBox(4, Parts.label("In plain words", "remark", "semibold"), text);
    plain.getStyleClass().add("card");
    plain.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(card, counts, plain);
    play.deal().addListener(any -> show());
    play.guesses().addListener((ListChangeListener<Boolean>) change -> show());
    show();
  }

  private static VBox score(Label number, String who) {
    return new VBox(number, Parts.label(who, "remark"));
  }

  private void show() {
    boolean over = play.isOver();
    Deal deal = play.deal().get();
    you.setText(over ? String.valueOf(Deal.right(play.student())) : "–");
    machine.setText(over ? String.valueOf(Deal.right(deal.machine())) : "–");
    confusion.set(over ? play.student() : null);
    words.set(PlayWords.sentences(play));
  }
}
