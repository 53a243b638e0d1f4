package epsilonlab.ui.privacy;

import epsilonlab.settings.Setting;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.PartsTab;
import epsilonlab.ui.SubTabs;
import epsilonlab.ui.privacy.logistic.LogisticTab;
import epsilonlab.ui.privacy.mean.MeanTab;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Who was in the training set? Membership inference on a Gaussian mean and on classifiers. */
public final class PrivacyTab extends PartsTab {
  private static final Setting<String> PART = Setting.of("privacy.part", String.class, "mean");

  /** Shows nothing yet. */
  public PrivacyTab(LabServices services) {
    super(
        new SubTabs(
            services.session().settings(),
            PART,
            List.of(new MeanTab(services), new LogisticTab(services))));
  }

  @Override
  public String id() {
    return "privacy";
  }

  @Override
  public String title() {
    return "Privacy";
  }

  @Override
  public Ikon icon() {
    return Feather.LOCK;
  }

  @Override
  public boolean usesModel() {
    // its classifiers can be attacked too
    return true;
  }
}
