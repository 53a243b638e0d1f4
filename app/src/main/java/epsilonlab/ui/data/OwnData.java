package epsilonlab.ui.data;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.settings.Setting;
import epsilonlab.ui.DataHolder;
import epsilonlab.ui.Failures;
import epsilonlab.ui.LabSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * A data set that a part of the window has beside the session's, because it shows more on that one;
 * which one is remembered. Belongs to the FX thread; needs no screen.
 */
public final class OwnData implements DataHolder {
  private final LabSession session;
  private final Setting<String> remembered;
  private final Latest<DataSet> loading;
  private final ReadOnlyObjectWrapper<DataSet> data = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");

  /**
   * Nothing is loaded yet.
   *
   * @param remembered the data set that is wanted, by its id
   */
  public OwnData(LabSession session, Setting<String> remembered) {
    this.session = session;
    this.remembered = remembered;
    loading = new Latest<>(session.jobs(), session.fx());
  }

  /** Loads what is wanted, unless a data set is there or on its way. */
  public void open() {
    if (data.get() != null || loading.isBusy()) {
      return;
    }
    String id = session.settings().get(remembered);
    DataSet shared = session.data().get();
    if (shared != null && shared.id().equals(id)) {
      useData(shared);
      return;
    }
    Optional<Path> folder = session.folder();
    Path cache = session.home().downloads();
    load(
        "Load " + DataSets.title(id),
        () -> DataSource.find(folder, id, cache),
        failure -> {
          missing.set(id);
          if (!(Failures.cause(failure) instanceof DataSource.Missing)) {
            session.fail(failure);
          }
        });
  }

  /** The id of the data set that is wanted but not on this machine; empty if there is no such. */
  public ReadOnlyStringProperty missing() {
    return missing.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<DataSet> data() {
    return data.getReadOnlyProperty();
  }

  @Override
  public void useData(DataSet loaded) {
    session.settings().set(remembered, loaded.id());
    missing.set("");
    data.set(loaded);
  }

  @Override
  public void load(String name, Callable<DataSet> source, Consumer<Throwable> otherwise) {
    loading.request(Work.following(name, source), this::useData, otherwise);
  }
}
