package epsilonlab.ui;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The notices in the window: at most three, the newest last, an older one gives way. May be called
 * on any thread.
 */
public final class Messages {
  private static final Logger LOG = System.getLogger(Messages.class.getName());
  private static final int AT_MOST = 3;

  private final Executor fx;
  private final ObservableList<Message> shown = FXCollections.observableArrayList();
  // kept, for a list that nobody holds loses its listeners
  private final ObservableList<Message> shownView = FXCollections.unmodifiableObservableList(shown);

  /**
   * @param fx brings a call to the FX thread
   */
  public Messages(Executor fx) {
    this.fx = fx;
  }

  /** Says something that goes away by itself. */
  public void info(String sentence) {
    show(new Message(Message.Kind.INFO, sentence, Optional.empty()));
  }

  /** The same with a button, for example Undo. */
  public void info(String sentence, String actionText, Runnable action) {
    show(
        new Message(
            Message.Kind.INFO, sentence, Optional.of(new Message.Action(actionText, action))));
  }

  /** Says that something was done; it goes away by itself. */
  public void success(String sentence) {
    show(new Message(Message.Kind.SUCCESS, sentence, Optional.empty()));
  }

  /** Says what is wrong and what to do; it stays until it is closed. */
  public void error(String sentence) {
    show(new Message(Message.Kind.ERROR, sentence, Optional.empty()));
  }

  /**
   * Shows a failure: a LabException's sentence as it stands; of any other one sentence, and its
   * stack goes to the log. A cancellation is no failure and is passed over.
   */
  public void failure(Throwable failure) {
    if (Failures.isCancelled(failure)) {
      return;
    }
    if (!Failures.isExplained(failure)) {
      LOG.log(Level.ERROR, "not foreseen", Failures.cause(failure));
    }
    error(Failures.sentence(failure));
  }

  /** Takes a message away. */
  public void close(Message message) {
    fx.execute(() -> shown.remove(message));
  }

  /** What is shown now; belongs to the FX thread. */
  public ObservableList<Message> shown() {
    return shownView;
  }

  private void show(Message message) {
    fx.execute(
        () -> {
          // the same sentence twice tells nothing new
          shown.removeIf(
              other ->
                  other.kind() == message.kind() && other.sentence().equals(message.sentence()));
          while (shown.size() >= AT_MOST) {
            shown.remove(0);
          }
          shown.add(message);
        });
  }
}
