package epsilonlab.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models that can be used, and the one in use. Belongs to the FX thread. */
public interface ModelChoices {
  /** The models, in the order of the library. */
  ObservableList<ModelChoice> items();

  /** The model in use, or null if there is none. */
  ObjectProperty<ModelChoice> chosen();

  /** An empty list that keeps what is put into it. */
  static ModelChoices inMemory() {
    ObservableList<ModelChoice> items = FXCollections.observableArrayList();
    ObjectProperty<ModelChoice> chosen = new SimpleObjectProperty<>();
    return new ModelChoices() {
      @Override
      public ObservableList<ModelChoice> items() {
        return items;
      }

      @Override
      public ObjectProperty<ModelChoice> chosen() {
        return chosen;
      }
    };
  }
}
