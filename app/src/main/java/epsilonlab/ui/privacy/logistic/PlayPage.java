package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.Table;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.generate.run.Invitation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The student as the attacker. */
final class PlayPage implements Page {
  private final LabServices services;
  private final Play play;
  private final PlaySeePane game;
  private final PlayReadPane read;
  private final StackPane see;
  private final VBox choose = new VBox();
  private final StringBinding action;

  PlayPage(LabServices services, Play play, ObservableValue<FigureTheme> theme) {
    this.services = services;
    this.play = play;
    game = new PlaySeePane(services, play, theme);
    read = new PlayReadPane(play, theme);
    action =
        Bindings.createStringBinding(
            () ->
                play.job().running().get()
                    ? "Cancel"
                    : play.deal().get() == null ? "Deal twenty images" : "Deal twenty others",
            play.job().running(),
            play.deal());
    Invitation empty =
        new Invitation(
            "play",
            Feather.USER_CHECK,
            "Here you are the attacker: twenty images, half of which the model learned from. You see"
                + " what it says of each, and tell the members from the others.",
            "Deal twenty images",
            play::startOrCancel);
    game.visibleProperty().bind(play.deal().isNotNull());
    empty.visibleProperty().bind(play.deal().isNull());
    see = new StackPane(game, empty);
  }

  @Override
  public String id() {
    return "play";
  }

  @Override
  public String title() {
    return "Play";
  }

  @Override
  public String says() {
    return "You are the attacker: tell members from others by what the model says.";
  }

  @Override
  public Region choose() {
    return choose;
  }

  @Override
  public Region see() {
    return see;
  }

  @Override
  public Region read() {
    return read;
  }

  @Override
  public ObservableStringValue action() {
    return action;
  }

  @Override
  public String actionSays() {
    return "Begins a game with twenty images, half of them members of the model with n and C above.";
  }

  @Override
  public ObservableBooleanValue idle() {
    return new SimpleBooleanProperty(false);
  }

  @Override
  public void act() {
    play.startOrCancel();
  }

  @Override
  public CurrentJob job() {
    return play.job();
  }

  @Override
  public boolean onKey(KeyEvent event) {
    switch (event.getCode()) {
      case I -> play.guess(true);
      case O -> play.guess(false);
      case BACK_SPACE -> play.back();
      case SPACE -> {
        // a slip of the hand must not cost the judgements
        return play.isUnderWay();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("I / O", "Play: say IN or OUT"),
        new Shortcut("Backspace", "Play: take the last judgement back"));
  }

  @Override
  public Optional<Runnable> export() {
    return play.isOver() ? Optional.of(() -> entry().ask(services)) : Optional.empty();
  }

  private ExportPage entry() {
    Deal deal = play.deal().get();
    Map<String, Object> settings = new LinkedHashMap<>(deal.settings());
    Table table = new Table("image", "class", "member", "you", "machine");
    for (int i = 0; i < Deal.ROUNDS; i++) {
      Deal.Round round = deal.rounds().get(i);
      table.add(
          i + 1,
          deal.data().classNames().get(round.label()),
          word(round.member()),
          word(play.guesses().get(i)),
          word(round.machine()));
    }
    Confusion you = play.student();
    settings.put("right", Deal.right(you));
    return new ExportPage(
        "play-the-attacker",
        "Play the attacker",
        PlayWords.sentences(play),
        settings,
        game.figures(),
        Map.of("judgements", table));
  }

  private static String word(boolean member) {
    return member ? "in" : "out";
  }
}
