package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.defence.Defence;
import epsilonlab.privacy.defence.DefenceSettings;
import epsilonlab.report.DefencesChart.Leakage;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.generate.run.TypedField;
import epsilonlab.ui.generate.run.TypedForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which defences are compared, and how leakage is measured. Needs no screen. */
final class DefenceForm {
  static final TypedField SPLITS =
      TypedField.of(
          "privacy.defences.splits",
          String.valueOf(DefenceSettings.REPEATS),
          "number of repeats",
          "a whole number from 2 on, for example 5");

  private static final Setting<List<String>> DEFENCES =
      Setting.texts(
          "privacy.defences.defences", Arrays.stream(Defence.values()).map(Defence::id).toList());
  private static final Setting<Leakage> LEAKAGE =
      Setting.of("privacy.defences.leakage", Leakage.class, Leakage.THRESHOLD);

  private final Settings settings;
  private final TypedForm typed;
  private final ObservableList<Defence> defences = FXCollections.observableArrayList();
  private final ObjectProperty<Leakage> leakage = new SimpleObjectProperty<>();
  private final StringProperty complaint = new SimpleStringProperty("");

  DefenceForm(LabSession session) {
    settings = session.settings();
    typed = new TypedForm(session, SPLITS);
    leakage.set(settings.get(LEAKAGE));
    leakage.addListener((property, before, now) -> settings.set(LEAKAGE, now));
    for (Defence defence : Defence.values()) {
      // what all others are compared with
      if (defence == Defence.NONE || settings.get(DEFENCES).contains(defence.id())) {
        defences.add(defence);
      }
    }
  }

  TypedForm typed() {
    return typed;
  }

  /** The chosen defences in their usual order; having none is always among them. */
  ObservableList<Defence> defences() {
    return defences;
  }

  ObjectProperty<Leakage> leakage() {
    return leakage;
  }

  StringProperty complaint() {
    return complaint;
  }

  void choose(Defence defence, boolean on) {
    List<Defence> now =
        Arrays.stream(Defence.values())
            .filter(any -> any == defence ? on : defences.contains(any))
            .toList();
    defences.setAll(now);
    settings.set(DEFENCES, new ArrayList<>(now.stream().map(Defence::id).toList()));
  }
}
