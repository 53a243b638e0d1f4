package epsilonlab.ui.train;

import epsilonlab.settings.Setting;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;

/** What the Train tab remembers. */
final class TrainSettings {
  static final Setting<String> NETWORK = Setting.of("train.network", String.class, "small-cnn");
  static final Setting<OptimizerKind> OPTIMIZER =
      Setting.of("train.optimizer", OptimizerKind.class, OptimizerKind.ADAM);
  static final Setting<Schedule> SCHEDULE =
      Setting.of("train.schedule", Schedule.class, Schedule.DECAY);
  static final Setting<Double> LEARNING_RATE =
      Setting.of("train.learning-rate", Double.class, 0.001).where(rate -> rate > 0);
  static final Setting<Double> MOMENTUM =
      Setting.of("train.momentum", Double.class, 0.9).where(m -> m >= 0 && m < 1);
  static final Setting<Double> WEIGHT_DECAY =
      Setting.of("train.weight-decay", Double.class, 0.0).where(decay -> decay >= 0);
  static final Setting<Integer> BATCH =
      Setting.of("train.batch", Integer.class, 128).where(batch -> batch >= 1);
  static final Setting<Integer> EPOCHS =
      Setting.of("train.epochs", Integer.class, 5).where(epochs -> epochs >= 1);
  static final Setting<Boolean> LOG_SCALE = Setting.of("train.log-scale", Boolean.class, true);
  static final Setting<Boolean> CLOSE_UP = Setting.of("train.close-up", Boolean.class, false);

  private TrainSettings() {}
}
