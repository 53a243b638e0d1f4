package epsilonlab.ui.generate;

import epsilonlab.settings.Setting;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.PartsTab;
import epsilonlab.ui.SubTabs;
import epsilonlab.ui.generate.denoise.DenoiseTab;
import epsilonlab.ui.generate.gan.GanTab;
import epsilonlab.ui.generate.vae.VaeTab;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Networks that make digits: GAN, variational autoencoder, denoising autoencoder. */
public final class GenerateTab extends PartsTab {
  private static final Setting<String> PART = Setting.of("generate.part", String.class, "gan");

  /** Shows nothing yet. */
  public GenerateTab(LabServices services) {
    this(services, new VaeTab(services));
  }

  private GenerateTab(LabServices services, VaeTab vae) {
    super(
        new SubTabs(
            services.session().settings(),
            PART,
            List.of(new GanTab(services, vae::course), vae, new DenoiseTab(services))));
  }

  @Override
  public String id() {
    return "generate";
  }

  @Override
  public String title() {
    return "Generate";
  }

  @Override
  public Ikon icon() {
    return Feather.GRID;
  }

  @Override
  public boolean usesModel() {
    // it reads what is generated
    return true;
  }
}
