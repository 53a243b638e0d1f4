package epsilonlab.ui;

import epsilonlab.data.DataSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Whoever works on one data set that can be changed. Belongs to the FX thread. */
public interface DataHolder {
  /** The data set in use; null until the first one is loaded. */
  ReadOnlyObjectProperty<DataSet> data();

  /** Uses a data set that is already loaded. */
  void useData(DataSet loaded);

  /**
   * Loads a data set, in turn with all other loading here, and uses it when it is there.
   *
   * @param name what the work is called
   * @param source runs on a job's thread
   * @param otherwise is told of a failure, on the FX thread
   */
  void load(String name, Callable<DataSet> source, Consumer<Throwable> otherwise);
}
