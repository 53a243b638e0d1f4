package epsilonlab.ui.generate.denoise;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The digits of the grid: those that the user chose or drew, else those that teach. Belongs to the
 * FX thread; needs no screen.
 */
final class DigitRow {
  /** How many there are. */
  static final int COUNT = 5;

  private final LabSession session;
  private final ReadOnlyObjectWrapper<List<Sample>> samples =
      new ReadOnlyObjectWrapper<>(List.of());
  private final IntegerProperty selected = new SimpleIntegerProperty(0);
  private boolean chosen;

  DigitRow(LabSession session) {
    this.session = session;
    session.data().addListener((property, before, now) -> dataChanged());
    dataChanged();
  }

  /** The digits; fewer than {@link #COUNT} only if the data set has fewer, none without data. */
  ReadOnlyObjectProperty<List<Sample>> samples() {
    return samples.getReadOnlyProperty();
  }

  /** The column that keys change. */
  IntegerProperty selected() {
    return selected;
  }

  private ImageSet test() {
    DataSet data = session.data().get();
    return data == null ? null : data.test();
  }

  private void dataChanged() {
    ImageSet test = test();
    if (test == null) {
      samples.set(List.of());
      return;
    }
    List<Integer> remembered = session.settings().get(DenoiseSettings.DIGITS);
    chosen =
        remembered.size() == COUNT
            && remembered.stream().allMatch(index -> index >= 0 && index < test.size());
    show(chosen ? remembered : IntStream.range(0, Math.min(COUNT, test.size())).boxed().toList());
  }

  private void show(List<Integer> indices) {
    ImageSet test = test();
    samples.set(indices.stream().map(index -> Sample.of(test, index)).toList());
  }

  /** Whether no digit was chosen by the user, so that others may be suggested. */
  boolean isOpenToSuggestions() {
    return !chosen && !samples.get().isEmpty();
  }

  /** Shows digits that teach; nothing if the user chose some. */
  void suggest(List<Integer> indices) {
    if (isOpenToSuggestions() && indices.size() == samples.get().size()) {
      show(indices);
    }
  }

  /** Puts a test digit into a column. */
  void choose(int column, int index) {
    ImageSet test = test();
    boolean there = isColumn(column) && samples.get().get(column).index() == index;
    if (test != null && !there && index >= 0 && index < test.size()) {
      replace(column, Sample.of(test, index));
    }
  }

  /** Puts a digit that was drawn into a column. */
  void draw(int column, float[] pixels) {
    replace(column, Sample.drawn(pixels));
  }

  /** The next test digit in a column, or the one before. */
  void step(int column, int by) {
    if (isColumn(column)) {
      int last = test().size() - 1;
      int now = samples.get().get(column).index();
      choose(column, Math.max(0, Math.min(last, now + by)));
    }
  }

  /** Any test digit in a column. */
  void random(int column) {
    if (isColumn(column)) {
      choose(column, ThreadLocalRandom.current().nextInt(test().size()));
    }
  }

  /** Forgets what was chosen: digits that teach are suggested again. */
  void reset() {
    session.settings().set(DenoiseSettings.DIGITS, List.of());
    dataChanged();
  }

  private boolean isColumn(int column) {
    return column >= 0 && column < samples.get().size();
  }

  private void replace(int column, Sample digit) {
    if (!isColumn(column)) {
      return;
    }
    List<Sample> changed = new ArrayList<>(samples.get());
    changed.set(column, digit);
    chosen = true;
    samples.set(List.copyOf(changed));
    if (changed.stream().noneMatch(Sample::isDrawn)) {
      session.settings().set(DenoiseSettings.DIGITS, changed.stream().map(Sample::index).toList());
    }
  }
}
