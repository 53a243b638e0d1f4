package epsilonlab.ui.privacy.logistic;

import epsilonlab.engine.LabException;
import epsilonlab.model.ModelEntry;
import epsilonlab.privacy.inference.InferenceSettings;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.generate.run.TypedField;
import epsilonlab.ui.generate.run.TypedForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Whom stronger attacks are tried on, and which. Belongs to the FX thread; needs no screen. */
final class AttackForm {
  static final TypedField SHADOWS =
      TypedField.of(
          "privacy.attacks.shadows",
          String.valueOf(InferenceSettings.SHADOWS),
          "number of shadow models",
          "an even whole number from 4 to 1024");

  private static final Setting<AttackTarget> TARGET =
      Setting.of("privacy.attacks.target", AttackTarget.class, AttackTarget.LOGISTIC);
  private static final Setting<Boolean> OFFLINE =
      Setting.of("privacy.attacks.offline", Boolean.class, false);
  private static final Setting<List<String>> ATTACKS =
      Setting.texts(
          "privacy.attacks.attacks", List.of("correct", "loss", "calibrated-loss", "lira"));

  private final TypedForm typed;
  private final ObjectProperty<AttackTarget> target = new SimpleObjectProperty<>();
  private final ObjectProperty<ModelEntry> gan = new SimpleObjectProperty<>();
  private final BooleanProperty offline = new SimpleBooleanProperty();
  private final ObservableList<MembershipAttack> attacks = FXCollections.observableArrayList();
  private final StringProperty complaint = new SimpleStringProperty("");

  AttackForm(LabSession session) {
    Settings settings = session.settings();
    typed = new TypedForm(session, SHADOWS);
    target.set(settings.get(TARGET));
    target.addListener((property, before, now) -> settings.set(TARGET, now));
    offline.set(settings.get(OFFLINE));
    offline.addListener((property, before, now) -> settings.set(OFFLINE, now));
    for (MembershipAttack attack : MembershipAttack.values()) {
      if (settings.get(ATTACKS).contains(attack.id())) {
        attacks.add(attack);
      }
    }
  }

  TypedForm typed() {
    return typed;
  }

  ObjectProperty<AttackTarget> target() {
    return target;
  }

  /** The GAN whose discriminator is asked, or null. */
  ObjectProperty<ModelEntry> gan() {
    return gan;
  }

  BooleanProperty offline() {
    return offline;
  }

  /** The chosen attacks, in their usual order. */
  ObservableList<MembershipAttack> attacks() {
    return attacks;
  }

  StringProperty complaint() {
    return complaint;
  }

  void choose(MembershipAttack attack, boolean on, Settings settings) {
    List<MembershipAttack> now =
        Arrays.stream(MembershipAttack.values())
            .filter(any -> any == attack ? on : attacks.contains(any))
            .toList();
    attacks.setAll(now);
    settings.set(ATTACKS, new ArrayList<>(now.stream().map(MembershipAttack::id).toList()));
    complaint.set("");
  }

  /**
   * What is chosen.
   *
   * @throws LabException that says what is wrong
   */
  InferenceSettings read(long seed) {
    int shadows = typed.whole(SHADOWS);
    InferenceSettings read =
        new InferenceSettings(
            attacks, shadows, offline.get(), InferenceSettings.spreadFor(shadows), seed);
    typed.remember();
    return read;
  }
}
