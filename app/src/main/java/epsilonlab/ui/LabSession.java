package epsilonlab.ui;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.job.JobRunner;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.settings.CommonSettings;
import epsilonlab.settings.Home;
import epsilonlab.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the tabs work on together: the data set, the model library and the model in use, the seed.
 * Belongs to the FX thread; loading happens on job threads. Needs no screen.
 */
public final class LabSession implements DataHolder {
  private static final int CLASSIFIERS_KEPT = 8;

  private final Home home;
  private final Settings settings;
  private final JobRunner jobs;
  private final CompletableFuture<Compute> compute;
  private final Executor fx;
  private final Consumer<Throwable> failed;
  private final ModelLibrary library;
  private final Latest<DataSet> loading;
  private final Latest<List<ModelEntry>> refreshing;

  private final ReadOnlyObjectWrapper<DataSet> data = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ModelEntry> models = FXCollections.observableArrayList();
  private final ObservableList<ModelEntry> generativeModels = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper libraryRead = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<ModelEntry> model = new SimpleObjectProperty<>();
  private final LongProperty seed = new SimpleLongProperty();
  private final IntegerProperty digit = new SimpleIntegerProperty();
  private final Map<String, Classifier> classifiers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Classifier> eldest) {
          return size() > CLASSIFIERS_KEPT;
        }
      };

  private final Set<String> told = new HashSet<>();
  private final boolean folderWasGiven;
  private Optional<Path> folder;

  /**
   * Nothing is loaded yet.
   *
   * @param folder what {@code --data} says
   * @param failed is told of what went wrong while loading, on the FX thread
   */
  public LabSession(
      Home home,
      Settings settings,
      JobRunner jobs,
      CompletableFuture<Compute> compute,
      Executor fx,
      Optional<Path> folder,
      Consumer<Throwable> failed) {
    this.home = home;
    this.settings = settings;
    this.jobs = jobs;
    this.compute = compute;
    this.fx = fx;
    this.folderWasGiven = folder.isPresent();
    this.folder = folder.or(this::rememberedFolder);
    this.failed = failed;
    this.library = new ModelLibrary(home.models(), GenerativeModels::validate);
    this.loading = new Latest<>(jobs, fx);
    this.refreshing = new Latest<>(jobs, fx);
    seed.set(settings.get(CommonSettings.SEED));
    seed.addListener((property, before, now) -> settings.set(CommonSettings.SEED, now.longValue()));
    digit.set(settings.get(CommonSettings.DIGIT));
    digit.addListener(
        (property, before, now) -> settings.set(CommonSettings.DIGIT, now.intValue()));
    model.addListener(
        (property, before, now) -> settings.set(CommonSettings.MODEL, now == null ? "" : now.id()));
    library.onChange(() -> fx.execute(this::refreshModels));
  }

  /** Loads the library and the data set that was used last. */
  public void open() {
    refreshModels();
    String last = settings.get(CommonSettings.DATASET);
    chooseData(folderWasGiven && last.equals("synthetic") ? "mnist" : last);
  }

  @Override
  public ReadOnlyObjectProperty<DataSet> data() {
    return data.getReadOnlyProperty();
  }

  /** Loads another data set, and uses it when it is there. */
  public void chooseData(String id) {
    // what was asked for, not the built-in digits that may stand in for it today
    settings.set(CommonSettings.DATASET, id);
    Optional<Path> from = folder;
    loading.request(
        Work.following("Load " + id, () -> DataSets.load(from, id, home.downloads(), 0)),
        this::useData,
        failed);
  }

  /** Whether a data set is being loaded. */
  public boolean isLoading() {
    return loading.isBusy();
  }

  @Override
  public void load(String name, Callable<DataSet> source, Consumer<Throwable> otherwise) {
    loading.request(
        Work.following(name, source),
        loaded -> {
          settings.set(CommonSettings.DATASET, loaded.id());
          useData(loaded);
        },
        otherwise);
  }

  /** Where data sets are looked for first; empty for the cache only. */
  public Optional<Path> folder() {
    return folder;
  }

  /** Looks for data sets in {@code dir} first from now on. */
  public void setFolder(Path dir) {
    folder = Optional.of(dir);
    settings.set(CommonSettings.DATA_FOLDER, dir.toAbsolutePath().toString());
  }

  private Optional<Path> rememberedFolder() {
    String remembered = settings.get(CommonSettings.DATA_FOLDER);
    return Optional.of(remembered)
        .filter(text -> !text.isEmpty())
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  @Override
  public void useData(DataSet loaded) {
    data.set(loaded);
  }

  /** The model library. */
  public ModelLibrary library() {
    return library;
  }

  /** The generative networks in the library, the newest first. */
  public ObservableList<ModelEntry> generativeModels() {
    return generativeModels;
  }

  /** The classifiers in the library, the newest first. */
  public ObservableList<ModelEntry> models() {
    return models;
  }

  /** Whether the library was read since the lab was opened; until then nobody knows it is empty. */
  public ReadOnlyBooleanProperty libraryRead() {
    return libraryRead.getReadOnlyProperty();
  }

  /** The model in use, or null if the library is empty or was not read yet. */
  public ObjectProperty<ModelEntry> model() {
    return model;
  }

  /** Calls when another network is in use, but not when only the card of the same one changed. */
  public void onOtherNetwork(Runnable call) {
    model.addListener(
        (property, before, now) -> {
          if (!isSameNetwork(before, now)) {
            call.run();
          }
        });
  }

  private static boolean isSameNetwork(ModelEntry one, ModelEntry other) {
    return one != null
        && other != null
        && one.id().equals(other.id())
        && one.sha256().equals(other.sha256());
  }

  /** Lists a model that has just come into the library, before the list was read anew. */
  public void know(ModelEntry entry) {
    ObservableList<ModelEntry> all = isGenerative(entry) ? generativeModels : models;
    if (all.stream().noneMatch(known -> known.id().equals(entry.id()))) {
      all.add(0, entry);
    }
  }

  /** Uses a model that has just come into the library, before the list was read anew. */
  public void use(ModelEntry entry) {
    know(entry);
    model.set(entry);
  }

  /** The seed of everything random. */
  public LongProperty seed() {
    return seed;
  }

  /** The index of the test digit that is looked at. */
  public IntegerProperty digit() {
    return digit;
  }

  /** The engine. */
  public CompletableFuture<Compute> compute() {
    return compute;
  }

  /** The lab's folder. */
  public Home home() {
    return home;
  }

  /** What is remembered. */
  public Settings settings() {
    return settings;
  }

  /** Runs the jobs. */
  public JobRunner jobs() {
    return jobs;
  }

  /** Brings a call to the FX thread. */
  public Executor fx() {
    return fx;
  }

  /** Shows a failure as one sentence. */
  public void fail(Throwable failure) {
    failed.accept(failure);
  }

  /**
   * The model on the device; to be called on a job's thread.
   *
   * @throws epsilonlab.engine.LabException if its file has been damaged or deleted
   */
  public Classifier classifier(ModelEntry entry) {
    String key = entry.sha256() + entry.card().name();
    synchronized (classifiers) {
      Classifier known = classifiers.get(key);
      if (known != null) {
        return known;
      }
    }
    Classifier loaded =
        new Classifier(
            compute.join(),
            entry.card().name(),
            Architectures.get(entry.card().architecture()),
            library.weights(entry.id()));
    synchronized (classifiers) {
      classifiers.put(key, loaded);
    }
    return loaded;
  }

  /**
   * Writes the accuracy on the data set in use into the card of a model whose accuracy is not
   * known, such as one that was imported.
   */
  public void learnAccuracy(ModelEntry entry, double accuracy) {
    DataSet used = data.get();
    String trainedOn = entry.card().dataset();
    boolean fits =
        used != null
            && (trainedOn.equals(used.id())
                || trainedOn.equals("unknown") && !used.id().equals("synthetic"));
    if (entry.card().cleanAccuracy() == null && fits) {
      jobs.submit(
          Work.following(
              "Note the accuracy",
              () ->
                  library.update(
                      entry.id(),
                      card ->
                          card.cleanAccuracy() == null
                              ? card.withAccuracies(accuracy, card.robustAccuracy())
                              : card)));
    }
  }

  private static boolean isGenerative(ModelEntry entry) {
    return GenerativeModels.isGenerative(entry.card().architecture());
  }

  private void refreshModels() {
    refreshing.request(Work.following("Read the library", library::list), this::showModels, failed);
  }

  private void showModels(List<ModelEntry> oldestFirst) {
    for (String notice : library.notices()) {
      if (told.add(notice)) {
        failed.accept(new LabException(notice));
      }
    }
    List<ModelEntry> all = new ArrayList<>(oldestFirst);
    Collections.reverse(all);
    generativeModels.setAll(all.stream().filter(LabSession::isGenerative).toList());
    List<ModelEntry> now = all.stream().filter(entry -> !isGenerative(entry)).toList();
    ModelEntry used = model.get();
    String wanted = used == null ? settings.get(CommonSettings.MODEL) : used.id();
    boolean listed = now.stream().anyMatch(entry -> entry.id().equals(wanted));
    models.setAll(now);
    // else the list was read just before this model was added; a newer one is on its way
    if (used == null || listed || !Files.exists(used.file())) {
      model.set(
          now.stream()
              .filter(entry -> entry.id().equals(wanted))
              .findFirst()
              .orElse(now.isEmpty() ? null : now.get(0)));
    }
    libraryRead.set(true);
  }
}
