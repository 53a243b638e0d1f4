package epsilonlab.ui.frame;

import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.settings.CommonSettings;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.TabFacts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What all tabs share and lessons may speak of: the tab in view, data, seed and the model in use.
 * To set the network or its training chooses the newest fitting model of the library; a model is
 * set by its id or its name.
 */
final class FrameFacts {
  private static final String METHOD = "method";
  private static final String STANDARD = TrainingMethods.STANDARD.id();
  private static final String UNKNOWN = "unknown";

  private final LabSession session;

  private FrameFacts(LabSession session) {
    this.session = session;
  }

  /**
   * The facts of a window.
   *
   * @param tab the id of the tab in view, or null
   * @param choose brings a tab into view
   */
  static TabFacts of(LabSession session, Supplier<String> tab, Consumer<String> choose) {
    FrameFacts facts = new FrameFacts(session);
    return new TabFacts()
        .set("lab.tab", tab, String.class, choose)
        .set("lab.dataset", facts::dataset, String.class, facts::useData)
        .set("lab.seed", () -> session.seed().get(), Double.class, facts::setSeed)
        .set("lab.network", facts.ofCard(ModelCard::architecture), String.class, facts::useNetwork)
        .set("lab.training", facts.ofCard(FrameFacts::method), String.class, facts::useTraining)
        .set("lab.model", facts.ofCard(ModelCard::name), String.class, facts::useModel)
        .tell("lab.accuracy", facts.ofCard(ModelCard::cleanAccuracy))
        .tell("lab.robust", facts.ofCard(ModelCard::robustAccuracy));
  }

  private Supplier<Object> ofCard(Function<ModelCard, Object> of) {
    return () -> session.model().get() == null ? null : of.apply(session.model().get().card());
  }

  private String dataset() {
    DataSet data = session.data().get();
    return data == null ? null : data.id();
  }

  private void useData(String id) {
    if (!id.equals(dataset())) {
      session.chooseData(id);
    }
  }

  private void setSeed(double seed) {
    if (seed != Math.rint(seed)) {
      throw new LabException("A seed is a whole number, not " + seed + ".");
    }
    session.seed().set((long) seed);
  }

  /** How a model was trained; null of one that another program trained. */
  private static String method(ModelCard card) {
    String method = card.settings().get(METHOD);
    return method != null ? method : card.dataset().equals(UNKNOWN) ? null : STANDARD;
  }

  /** Uses the model of this id, or else the newest of this name. */
  private void useModel(String wanted) {
    ModelEntry now = session.model().get();
    Predicate<ModelEntry> isId = entry -> entry.id().equals(wanted);
    Predicate<ModelEntry> isName = entry -> entry.card().name().equals(wanted);
    if (now != null && isId.or(isName).test(now)) {
      return;
    }
    session.models().stream()
        .filter(isId)
        .findFirst()
        .or(() -> session.models().stream().filter(isName).findFirst())
        .ifPresentOrElse(
            session.model()::set,
            () -> {
              throw new LabException(
                  "The library has no model “"
                      + wanted
                      + "”; open the capsule that it came with, or choose another one.");
            });
  }

  private void useNetwork(String id) {
    Predicate<ModelEntry> wanted = entry -> entry.card().architecture().equals(id);
    use(wanted, Architectures.get(id).title(), "Train");
  }

  private void useTraining(String id) {
    ModelEntry now = session.model().get();
    Predicate<ModelEntry> wanted =
        entry ->
            id.equals(method(entry.card()))
                && (now == null || entry.card().architecture().equals(now.card().architecture()));
    String network = now == null ? "network" : Architectures.get(now.card().architecture()).title();
    String by =
        TrainingMethods.ALL.stream()
            .filter(method -> method.id().equals(id))
            .map(TrainingMethod::title)
            .findFirst()
            .orElse(id);
    use(wanted, network + " with " + by + " training", id.equals(STANDARD) ? "Train" : "Defend");
  }

  private void use(Predicate<ModelEntry> wanted, String what, String where) {
    Predicate<ModelEntry> fits = wanted.and(this::isOfThisData);
    ModelEntry now = session.model().get();
    if (now != null && fits.test(now)) {
      return;
    }
    // the newest first; of several trainings the plain one
    session.models().stream()
        .filter(fits)
        .min(Comparator.comparing(entry -> !STANDARD.equals(method(entry.card()))))
        .ifPresentOrElse(
            session.model()::set,
            () -> {
              throw new LabException(
                  "The library has no "
                      + what
                      + " for this data set yet; train one in the "
                      + where
                      + " tab first.");
            });
  }

  private boolean isOfThisData(ModelEntry entry) {
    String asked = session.settings().get(CommonSettings.DATASET);
    String trainedOn = entry.card().dataset();
    return List.of(asked, UNKNOWN).contains(trainedOn) || trainedOn.equals(dataset());
  }
}
