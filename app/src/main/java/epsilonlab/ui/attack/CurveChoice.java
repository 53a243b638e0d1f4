package epsilonlab.ui.attack;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Priority;
import epsilonlab.evaluation.CurveJob;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.CurveChart;
import epsilonlab.settings.CommonSettings;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/**
 * The accuracy curves: those that are ticked and that of the chosen attack on the model in use, and
 * what is known of them. The fast ones of the model in use come by themselves, the others when they
 * are asked for. Belongs to the FX thread.
 */
final class CurveChoice {
  private final LabSession session;
  private final AttackChoice attacks;
  private final Set<Key> asked = new HashSet<>();
  // empty until the user ticks or unticks; then at least the mark that says so
  private final Set<String> ticked = new LinkedHashSet<>();
  private final Map<Key, TreeMap<Double, Double>> known = new HashMap<>();
  private final ReadOnlyObjectWrapper<List<CurveChart.Line>> lines =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final Set<Key> inFlight = new HashSet<>();

  private static final String OWN = "own";

  /**
   * What a curve depends on.
   *
   * @param source of the model that the attack works on first; empty for most
   */
  private record Key(String model, AttackPlan plan, String source, String data) {}

  /** A line that can be ticked. */
  record Candidate(ModelEntry model, Attack attack) {
    String id() {
      return model.id() + "|" + attack.id();
    }
  }

  CurveChoice(LabSession session, AttackChoice attacks) {
    this.session = session;
    this.attacks = attacks;
    ticked.addAll(session.settings().get(CommonSettings.CURVES));
    session.models().addListener((ListChangeListener<ModelEntry>) change -> changed());
    session.model().addListener((property, before, now) -> changed());
    session.data().addListener((property, before, now) -> changed());
    attacks.plan().addListener((property, before, now) -> changed());
    // other lines than the chosen attack's may depend on it
    attacks.sourceInUse().addListener((property, before, now) -> changed());
    attacks.source().addListener((property, before, now) -> changed());
    changed();
  }

  /** The curves to show, as far as they are known. */
  ReadOnlyObjectProperty<List<CurveChart.Line>> lines() {
    return lines.getReadOnlyProperty();
  }

  /** Whether curves are being measured. */
  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** Every line that can be ticked: models times attacks of the norm that the axis has. */
  List<Candidate> candidates() {
    List<Candidate> all = new ArrayList<>();
    for (ModelEntry model : session.models()) {
      Attacks.ALL.stream()
          .filter(attack -> attack.norm() == attacks.attack().get().norm())
          .forEach(attack -> all.add(new Candidate(model, attack)));
    }
    return all;
  }

  /** Whether a line is ticked; until the user ticks, what teaches most is. */
  boolean isTicked(Candidate candidate) {
    if (ticked.isEmpty()) {
      boolean inUse = candidate.model().equals(session.model().get());
      String attack = candidate.attack().id();
      return attack.equals("fgsm") && isAmongFirst(candidate.model())
          || inUse && attack.equals("iterated-fgsm");
    }
    return ticked.contains(candidate.id());
  }

  private boolean isAmongFirst(ModelEntry model) {
    ModelEntry inUse = session.model().get();
    return model.equals(inUse)
        || session.models().stream()
            .filter(other -> !other.equals(inUse))
            .limit(2)
            .anyMatch(model::equals);
  }

  /** Whether a line is of the model in use and the chosen attack: it is shown, ticked or not. */
  boolean isChosen(Candidate candidate) {
    return candidate.attack().equals(attacks.attack().get())
        && candidate.model().equals(session.model().get());
  }

  private boolean isShown(Candidate candidate) {
    return isChosen(candidate) || isTicked(candidate);
  }

  /** Ticks a line or takes the tick away. */
  void tick(Candidate candidate, boolean on) {
    if (ticked.isEmpty()) {
      List<String> taught =
          candidates().stream().filter(this::isTicked).map(Candidate::id).toList();
      ticked.add(OWN);
      ticked.addAll(taught);
    }
    if (on) {
      ticked.add(candidate.id());
    } else {
      ticked.remove(candidate.id());
    }
    session.settings().set(CommonSettings.CURVES, List.copyOf(ticked));
    changed();
  }

  /** The name of the line that the marker sits on: the model in use under the chosen attack. */
  String markedLine() {
    ModelEntry model = session.model().get();
    return model == null ? null : name(new Candidate(model, attacks.attack().get()));
  }

  /** The curve of the model in use under the chosen attack, once all its points are known. */
  Optional<CurveChart.Line> marked() {
    ModelEntry model = session.model().get();
    if (model == null || !isComplete(new Candidate(model, attacks.attack().get()))) {
      return Optional.empty();
    }
    String name = markedLine();
    return lines.get().stream().filter(line -> line.name().equals(name)).findFirst();
  }

  /**
   * A curve that is shown and all of whose points are known.
   *
   * @param source of an attack that works on another model first
   * @param count how many test digits it was measured on
   */
  record Complete(
      ModelEntry model,
      AttackPlan plan,
      Optional<ModelEntry> source,
      int count,
      List<Double> epsilons,
      List<Double> accuracies) {}

  /** The complete ones that are shown. */
  List<Complete> complete() {
    ImageSet images = images();
    return candidates().stream()
        .filter(line -> images != null && isShown(line) && isComplete(line))
        .map(
            line -> {
              TreeMap<Double, Double> points = known.get(key(line));
              return new Complete(
                  line.model(),
                  plan(line),
                  source(line),
                  images.size(),
                  List.copyOf(points.keySet()),
                  List.copyOf(points.values()));
            })
        .toList();
  }

  /** Measures every curve to show that is not known yet, or all if all are. */
  void measure() {
    List<Candidate> wanted =
        candidates().stream().filter(this::isShown).filter(this::isPossible).toList();
    List<Candidate> missing = wanted.stream().filter(line -> !isComplete(line)).toList();
    for (Candidate line : missing.isEmpty() ? wanted : missing) {
      start(line);
    }
  }

  /** The attacks whose curves of the model in use are shown, and known or being measured. */
  List<Attack> measured() {
    return ofModelInUse()
        .filter(this::isShown)
        .filter(line -> isComplete(line) || isOnItsWay(key(line)))
        .map(Candidate::attack)
        .toList();
  }

  private Stream<Candidate> ofModelInUse() {
    return candidates().stream().filter(line -> line.model().equals(session.model().get()));
  }

  private boolean isOnItsWay(Key key) {
    return inFlight.contains(key) || asked.contains(key);
  }

  /**
   * Ticks the curves of the model in use under these attacks and no others of it, and measures
   * those that are not known. The ticks of other models stay.
   *
   * @throws LabException if there is no model or no data yet, or no such curve for the axis
   */
  void measure(List<Attack> wanted) {
    if (images() == null || !session.models().contains(session.model().get())) {
      throw new LabException("A curve needs a model and a data set; wait until both are loaded.");
    }
    List<Candidate> lines = ofModelInUse().toList();
    for (Attack attack : wanted) {
      if (lines.stream().noneMatch(line -> line.attack().equals(attack))) {
        throw new LabException(
            attack.title()
                + " measures another size of change; choose an attack that does so too.");
      }
    }
    for (Candidate line : lines) {
      boolean on = wanted.contains(line.attack());
      if (on != isTicked(line)) {
        tick(line, on);
      }
      if (on && isPossible(line) && !isComplete(line) && !isOnItsWay(key(line))) {
        start(line);
      }
    }
  }

  private boolean isPossible(Candidate line) {
    return !line.attack().needsSource() || source(line).isPresent();
  }

  private void start(Candidate line) {
    ImageSet images = images();
    if (images == null) {
      return;
    }
    // what the curve is of now; the settings may change while it is measured
    Key key = key(line);
    if (!inFlight.add(key)) {
      return;
    }
    running.set(true);
    session
        .jobs()
        .submit(job(line, images, Priority.BACKGROUND), point -> learn(key, point))
        .future()
        .whenComplete(
            (nothing, failure) ->
                session
                    .fx()
                    .execute(
                        () -> {
                          inFlight.remove(key);
                          running.set(!inFlight.isEmpty());
                        }));
  }

  private LineJob job(Candidate line, ImageSet images, Priority priority) {
    return new LineJob(
        session,
        String.format("%s, %,d digits", name(line), images.size()),
        priority,
        line.model(),
        attacks.loading(plan(line), line.model()),
        images,
        NormScales.curve(line.attack().norm()));
  }

  /** Called on the job's thread. */
  private void learn(Key key, CurveJob.Point point) {
    session
        .fx()
        .execute(
            () -> {
              known
                  .computeIfAbsent(key, any -> new TreeMap<>())
                  .put(point.epsilon(), point.accuracy());
              show();
            });
  }

  private void changed() {
    show();
    // one step is cheap enough to come unasked
    candidates().stream()
        .filter(line -> line.model().equals(session.model().get()))
        .filter(line -> Costs.of(plan(line)) == 1)
        .filter(line -> isShown(line) && !isComplete(line))
        .forEach(this::measureUnasked);
  }

  private void measureUnasked(Candidate line) {
    ImageSet images = images();
    Key key = key(line);
    if (images == null || !asked.add(key)) {
      return;
    }
    session
        .jobs()
        .submit(job(line, images, Priority.FOLLOWING), point -> learn(key, point))
        .future()
        .whenComplete(
            (nothing, failure) -> {
              if (failure != null) {
                session.fx().execute(() -> failed(key, failure));
              }
            });
  }

  private void failed(Key key, Throwable failure) {
    asked.remove(key);
    if (!(failure instanceof CancellationException)) {
      session.fail(failure);
    }
  }

  private void show() {
    List<CurveChart.Line> shown = new ArrayList<>();
    for (Candidate line : candidates()) {
      TreeMap<Double, Double> points = known.get(key(line));
      if (isShown(line) && points != null) {
        shown.add(
            new CurveChart.Line(
                name(line),
                line.model().card().architecture(),
                Attacks.ALL.indexOf(line.attack()),
                points.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                points.values().stream().mapToDouble(Double::doubleValue).toArray()));
      }
    }
    lines.set(shown);
  }

  private boolean isComplete(Candidate line) {
    TreeMap<Double, Double> points = known.get(key(line));
    return points != null && points.size() >= NormScales.curve(line.attack().norm()).size();
  }

  private Key key(Candidate line) {
    DataSet data = session.data().get();
    return new Key(
        line.model().sha256(),
        plan(line),
        source(line).map(ModelEntry::sha256).orElse(""),
        data == null ? "" : data.sha256());
  }

  private Optional<ModelEntry> source(Candidate line) {
    return line.attack().needsSource() ? attacks.source(line.model()) : Optional.empty();
  }

  private AttackPlan plan(Candidate line) {
    Target target = attacks.target().get();
    return attacks.plan(line.attack(), target instanceof Target.Of ? Target.NONE : target);
  }

  private ImageSet images() {
    DataSet data = session.data().get();
    return data == null
        ? null
        : data.test().slice(0, Math.min(ManyDigits.COUNT, data.test().size()));
  }

  /** "LeNet, FGSM". */
  String name(Candidate line) {
    AttackPlan plan = plan(line);
    Double steps = plan.settings().values().get("steps");
    Optional<ModelEntry> source = source(line);
    if (source.isPresent()) {
      return line.model().card().name() + ", transfer from " + source.get().card().name();
    }
    String attack =
        switch (line.attack().id()) {
          case "iterated-fgsm" -> String.format("%.0f steps", steps);
          case "fgsm" -> "FGSM";
          default -> line.attack().title();
        };
    return line.model().card().name() + ", " + attack;
  }
}
