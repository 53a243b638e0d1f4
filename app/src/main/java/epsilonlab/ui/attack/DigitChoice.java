package epsilonlab.ui.attack;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Predictions;
import epsilonlab.settings.CommonSettings;
import epsilonlab.ui.LabSession;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which digit is chosen, and which are offered. Belongs to the FX thread; needs no screen. */
final class DigitChoice {
  /** The class filter that lets every digit through. */
  static final int ANY_CLASS = -1;

  private final LabSession session;
  private final Latest<Predictions> predicting;
  private final Latest<Digit> drawing;

  private final IntegerProperty classFilter = new SimpleIntegerProperty(ANY_CLASS);
  private final BooleanProperty onlyCorrect = new SimpleBooleanProperty(true);
  private final ObjectProperty<Digit> digit = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<int[]> offered = new ReadOnlyObjectWrapper<>(new int[0]);
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

  // what the model in use says of the test set; null until it is known
  private Predictions predictions;

  DigitChoice(LabSession session) {
    this.session = session;
    this.predicting = new Latest<>(session.jobs(), session.fx());
    this.drawing = new Latest<>(session.jobs(), session.fx());
    classFilter.set(session.settings().get(CommonSettings.CLASS_FILTER));
    onlyCorrect.set(session.settings().get(CommonSettings.ONLY_CORRECT));
    classFilter.addListener((property, before, now) -> filterChanged());
    onlyCorrect.addListener((property, before, now) -> filterChanged());
    session.data().addListener((property, before, now) -> dataChanged());
    session.model().addListener((property, before, now) -> modelChanged());
    digit.addListener((property, before, now) -> remember(now));
    session.digit().addListener((property, before, now) -> choose(now.intValue()));
    dataChanged();
  }

  /** The class that is offered, or {@link #ANY_CLASS}. */
  IntegerProperty classFilter() {
    return classFilter;
  }

  /** Whether only digits that the model gets right are offered. */
  BooleanProperty onlyCorrect() {
    return onlyCorrect;
  }

  /** The chosen digit; null while there are no data. */
  ReadOnlyObjectProperty<Digit> digit() {
    return digit;
  }

  /** The indices of the offered digits. */
  ReadOnlyObjectProperty<int[]> offered() {
    return offered.getReadOnlyProperty();
  }

  /** What was wrong with the last search, or an empty text. */
  ReadOnlyStringProperty complaint() {
    return complaint.getReadOnlyProperty();
  }

  /** Chooses the test digit of this index. */
  void choose(int index) {
    ImageSet test = test();
    if (test != null && index >= 0 && index < test.size()) {
      complaint.set("");
      drawing.forget();
      if (digit.get() == null || digit.get().index() != index) {
        digit.set(Digit.of(test, index));
      }
    }
  }

  /** Chooses by what was typed into the search field. */
  void search(String text) {
    ImageSet test = test();
    if (test == null || text.isBlank()) {
      complaint.set("");
      return;
    }
    try {
      int index = Integer.parseInt(text.strip());
      if (index >= 0 && index < test.size()) {
        choose(index);
        return;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    complaint.set("There is no digit “" + text.strip() + "”: type 0 to " + (test.size() - 1) + ".");
  }

  /** The next of the offered digits, or the one before; stays at the ends. */
  void step(int by) {
    int[] all = offered.get();
    if (all.length == 0) {
      return;
    }
    int now = digit.get() == null ? -1 : digit.get().index();
    int at = Arrays.binarySearch(all, now);
    int next = at >= 0 ? at + by : by > 0 ? -at - 1 : -at - 2;
    choose(all[Math.min(all.length - 1, Math.max(0, next))]);
  }

  /** Any of the offered digits. */
  void random() {
    int[] all = offered.get();
    if (all.length > 0) {
      choose(all[ThreadLocalRandom.current().nextInt(all.length)]);
    }
  }

  /** Takes a drawn digit; the network says what it is. */
  void draw(float[] pixels) {
    ModelEntry model = session.model().get();
    if (model == null) {
      return;
    }
    drawing.request(
        Work.interactive(
            "Read a drawn digit",
            () -> {
              Classifier network = session.classifier(model);
              Predictions read =
                  Predictions.of(session.compute().join(), network, Digit.drawnSet(pixels, 0));
              return Digit.drawn(pixels, read.answers()[0]);
            }),
        digit::set,
        session::fail);
  }

  private void modelChanged() {
    Digit now = digit.get();
    if (now != null && now.isDrawn()) {
      // its class is what the model in use takes it for
      draw(now.images().image(0));
    }
    predict();
  }

  private ImageSet test() {
    DataSet data = session.data().get();
    return data == null ? null : data.test();
  }

  private void dataChanged() {
    predictions = null;
    ImageSet test = test();
    if (test == null) {
      return;
    }
    int wanted = session.digit().get();
    digit.set(Digit.of(test, Math.min(Math.max(0, wanted), test.size() - 1)));
    filter();
    predict();
  }

  private void predict() {
    predictions = null;
    predicting.forget();
    ImageSet test = test();
    ModelEntry model = session.model().get();
    filter();
    if (test == null || model == null) {
      return;
    }
    predicting.request(
        Work.following(
            "Ask about all test digits",
            () -> Predictions.of(session.compute().join(), session.classifier(model), test)),
        known -> {
          predictions = known;
          filter();
          session.learnAccuracy(model, known.accuracy());
        },
        session::fail);
  }

  private void filterChanged() {
    session.settings().set(CommonSettings.CLASS_FILTER, classFilter.get());
    session.settings().set(CommonSettings.ONLY_CORRECT, onlyCorrect.get());
    filter();
  }

  private void filter() {
    ImageSet test = test();
    if (test == null) {
      offered.set(new int[0]);
      return;
    }
    Predictions known = predictions;
    int wanted = classFilter.get();
    boolean correct = onlyCorrect.get();
    offered.set(
        IntStream.range(0, test.size())
            .filter(i -> wanted == ANY_CLASS || test.label(i) == wanted)
            .filter(i -> !correct || known == null || known.isRight(i))
            .toArray());
  }

  private void remember(Digit now) {
    if (now != null && !now.isDrawn()) {
      session.digit().set(now.index());
    }
  }
}
