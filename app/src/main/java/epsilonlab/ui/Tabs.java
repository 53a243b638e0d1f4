package epsilonlab.ui;

import epsilonlab.ui.attack.AttackTab;
import epsilonlab.ui.defend.DefendTab;
import epsilonlab.ui.generate.GenerateTab;
import epsilonlab.ui.photo.PhotoTab;
import epsilonlab.ui.privacy.PrivacyTab;
import epsilonlab.ui.theory.TheoryTab;
import epsilonlab.ui.train.TrainTab;
import java.util.List;
import java.util.function.Function;

/** The tabs of the window, from left to right. A new tab is one class and one line here. */
public final class Tabs {
  /** How each tab is made. */
  public static final List<Function<LabServices, LabTab>> ALL =
      List.of(
          TrainTab::new,
          AttackTab::new,
          DefendTab::new,
          GenerateTab::new,
          PrivacyTab::new,
          PhotoTab::new,
          TheoryTab::new);

  private Tabs() {}
}
