package epsilonlab.ui.defend;

import epsilonlab.defence.RaceDefaults;
import epsilonlab.settings.Setting;
import epsilonlab.training.AdversarialSettings;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingSettings;
import java.util.List;

/** What the Defend tab remembers. */
final class DefendSettings {
  /** In place of an attacker's epsilon: that of the slider. */
  static final double SLIDER = -1;

  private static final TrainingSettings TRAINING = RaceDefaults.training(RaceDefaults.EPOCHS, 0);
  private static final AdversarialSettings ATTACK = RaceDefaults.adversarial(RaceDefaults.EPSILON);

  static final Setting<List<String>> METHODS =
      Setting.texts(
          "defend.methods", RaceDefaults.METHODS.stream().map(TrainingMethod::id).toList());
  static final Setting<String> NETWORK = Setting.of("defend.network", String.class, "small-cnn");
  static final Setting<Double> EPSILON =
      Setting.of("defend.epsilon", Double.class, ATTACK.epsilon());
  static final Setting<Integer> STEPS = Setting.of("defend.steps", Integer.class, ATTACK.steps());

  /** Empty for 2.5 epsilon / k. */
  static final Setting<String> STEP_SIZE = Setting.of("defend.step-size", String.class, "");

  static final Setting<Boolean> RAMP = Setting.of("defend.ramp", Boolean.class, true);
  static final Setting<Integer> RESTARTS =
      Setting.of("defend.restarts", Integer.class, ATTACK.restarts());
  static final Setting<Double> CLEAN_SHARE =
      Setting.of("defend.clean-share", Double.class, ATTACK.cleanShare());
  static final Setting<Integer> COPIES =
      Setting.of("defend.copies", Integer.class, ATTACK.copies());
  static final Setting<Double> BETA = Setting.of("defend.beta", Double.class, ATTACK.beta());
  static final Setting<Double> LEARNING_RATE =
      Setting.of("defend.learning-rate", Double.class, TRAINING.learningRate());
  static final Setting<Schedule> SCHEDULE =
      Setting.of("defend.schedule", Schedule.class, TRAINING.schedule());
  static final Setting<Integer> EPOCHS =
      Setting.of("defend.epochs", Integer.class, TRAINING.epochs());
  static final Setting<Integer> BATCH = Setting.of("defend.batch", Integer.class, TRAINING.batch());
  static final Setting<Double> ATTACKER =
      Setting.of("defend.attacker", Double.class, 0.2)
          .where(at -> at == SLIDER || RaceDefaults.ATTACKERS.contains(at));
  static final Setting<Double> SLIDER_AT =
      Setting.of("defend.slider", Double.class, 0.2).where(at -> at >= 0 && at <= 0.5);

  private DefendSettings() {}
}
