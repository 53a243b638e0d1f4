package epsilonlab.defence.purify;

/** What is measured of a purifier; accuracies are in [0, 1]. */
public sealed interface PurifierEvent {
  /** Accuracies on images that nobody attacked, without the purifier and with it. */
  record Clean(double bare, double purified) implements PurifierEvent {}

  /** One value of one curve. */
  record Point(PurifierSetting setting, double epsilon, double accuracy) implements PurifierEvent {}
}
