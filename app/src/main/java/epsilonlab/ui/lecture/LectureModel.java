package epsilonlab.ui.lecture;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.report.capsule.Moment;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.state.AppliedSettings;
import epsilonlab.ui.state.SettableLab;
import epsilonlab.ui.state.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The moments of a lecture and the one in view. A moment that comes into view sets what it says and
 * covers its parts until {@link #uncover()}. A timer calls {@link #tick()} while one is in view.
 * Belongs to the FX thread; needs no screen.
 */
public final class LectureModel {
  /** What {@link #at()} is while no moment is in view. */
  public static final int NONE = -1;

  private static final String MOMENT = "lecture.moment";
  private static final String COVERED = "lecture.covered";

  private final LabServices services;
  private final Settings settings;
  private final SettableLab lab;
  private final AppliedSettings applied;
  private final ObservableList<Moment> moments = FXCollections.observableArrayList();
  private final ObservableList<Moment> view = FXCollections.unmodifiableObservableList(moments);
  private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(NONE);
  private final ReadOnlyBooleanWrapper covered = new ReadOnlyBooleanWrapper();
  private Optional<String> told = Optional.empty();

  /** The moments that were prepared before the lab was last closed; none is in view. */
  public LectureModel(LabServices services, SettableLab lab) {
    this.services = services;
    this.settings = services.session().settings();
    this.lab = lab;
    applied = new AppliedSettings(lab, services.session()::isLoading);
    settings.get(LectureSettings.MOMENTS).stream()
        .filter(Objects::nonNull)
        .filter(kept -> kept.title() != null && kept.settings() != null && kept.covered() != null)
        .forEach(kept -> moments.add(kept.moment()));
  }

  /** All of them, in order. */
  public ObservableList<Moment> moments() {
    return view;
  }

  /** Which one is in view, from 0, or {@link #NONE}. */
  public ReadOnlyIntegerProperty at() {
    return at.getReadOnlyProperty();
  }

  /** Whether its parts are covered. */
  public ReadOnlyBooleanProperty covered() {
    return covered.getReadOnlyProperty();
  }

  /** The one in view. */
  public Optional<Moment> current() {
    return at.get() == NONE ? Optional.empty() : Optional.of(moments.get(at.get()));
  }

  /** What is covered now. */
  public Set<PartName> coveredParts() {
    return covered.get() ? Set.copyOf(current().orElseThrow().covered()) : Set.of();
  }

  /** What the window shows now, to be taken down in a moment. */
  public Map<String, Object> view() {
    return Snapshot.ofView(services.session(), lab);
  }

  /** What a moment of the view is called until the lecturer says otherwise. */
  public String proposedTitle() {
    return MomentTitle.of(view(), services.session().models());
  }

  /** Adds the view of the window as the last moment. */
  public void add(String title, String say, List<PartName> cover) {
    moments.add(new Moment(title, say, view(), cover));
    keep();
  }

  /** Replaces a moment, which stays in its place. */
  public void replace(int index, Moment moment) {
    moments.set(index, moment);
    keep();
  }

  /** Moves a moment to another place; one that is in view stays so. */
  public void move(int from, int to) {
    if (to < 0 || to >= moments.size()) {
      return;
    }
    Optional<Moment> current = current();
    moments.add(to, moments.remove(from));
    current.ifPresent(moment -> at.set(identityIndex(moment)));
    keep();
  }

  private int identityIndex(Moment moment) {
    for (int i = 0; i < moments.size(); i++) {
      // two moments may be equal
      if (moments.get(i) == moment) {
        return i;
      }
    }
    return NONE;
  }

  /** Deletes a moment at once, and offers to bring it back. */
  public void delete(int index) {
    List<Moment> before = List.copyOf(moments);
    Optional<Moment> current = current().filter(moment -> moment != before.get(index));
    leave();
    moments.remove(index);
    current.ifPresent(moment -> at.set(identityIndex(moment)));
    keep();
    services
        .messages()
        .info("Deleted “" + before.get(index).title() + "”.", "Undo", () -> take(before));
  }

  /** Takes other moments in place of these, and offers the way back if there were any. */
  public void replaceAll(List<Moment> others) {
    List<Moment> before = List.copyOf(moments);
    take(others);
    if (!before.isEmpty() && !before.equals(others)) {
      services
          .messages()
          .info(before.size() + " prepared moments were replaced.", "Undo", () -> take(before));
    }
  }

  private void take(List<Moment> others) {
    leave();
    moments.setAll(new ArrayList<>(others));
    keep();
  }

  private void keep() {
    settings.set(LectureSettings.MOMENTS, moments.stream().map(LectureSettings.Kept::of).toList());
  }

  /** Brings a moment into view. */
  public void show(int index) {
    Moment moment = moments.get(index);
    covered.set(false);
    applied.enter(moment.settings(), Map.of());
    at.set(index);
    // its tab is there now, and nothing of it was painted yet
    covered.set(hasCovers(index));
    tellTrouble();
  }

  /** What a capsule keeps of the way through the moments; {@link #resume} takes it up. */
  public Facts facts() {
    return current().isEmpty()
        ? Facts.NONE
        : Facts.of(Map.of(MOMENT, at.get() + 1.0, COVERED, covered.get()));
  }

  /** Takes up the way where {@link #facts} were told; the lab is set already. */
  public void resume(Facts facts) {
    int index = facts.get(MOMENT).map(place -> ((Double) place).intValue() - 1).orElse(NONE);
    if (index >= 0 && index < moments.size()) {
      at.set(index);
      covered.set(facts.get(COVERED).equals(Optional.of(true)) && hasCovers(index));
    }
  }

  private boolean hasCovers(int index) {
    return !moments.get(index).covered().isEmpty();
  }

  /** Uncovers the moment in view, or else goes to the next one; false if there are none. */
  public boolean next() {
    if (moments.isEmpty()) {
      return false;
    }
    if (!uncover() && at.get() + 1 < moments.size()) {
      show(at.get() + 1);
    }
    return true;
  }

  /** Goes back to the moment before; false if there are none. */
  public boolean previous() {
    if (moments.isEmpty()) {
      return false;
    }
    show(Math.max(0, at.get() - 1));
    return true;
  }

  /** Shows what was covered; false if nothing was. */
  public boolean uncover() {
    boolean was = covered.get();
    covered.set(false);
    return was;
  }

  /** No moment is in view any more; the lab stays as it is. */
  public void leave() {
    covered.set(false);
    at.set(NONE);
    applied.forget();
  }

  /** Tries again what could not be set at once. */
  public void tick() {
    if (applied.isPending()) {
      applied.keep();
      tellTrouble();
    }
  }

  private void tellTrouble() {
    Optional<String> trouble = applied.trouble();
    if (trouble.isPresent() && !trouble.equals(told)) {
      services.messages().info(trouble.get());
    }
    told = trouble;
  }
}
