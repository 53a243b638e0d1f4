package epsilonlab.ui.generate;

import epsilonlab.settings.Setting;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.SubTabs;
import epsilonlab.ui.generate.denoise.DenoiseTab;
import epsilonlab.ui.generate.gan.GanTab;
import epsilonlab.ui.generate.vae.VaeTab;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Networks that make digits: GAN, variational autoencoder, denoising autoencoder. */
public final class GenerateTab implements LabTab {
  private static final Setting<String> PART = Setting.of("generate.part", String.class, "gan");

  private final SubTabs parts;

  /** Shows nothing yet. */
  public GenerateTab(LabServices services) {
    VaeTab vae = new VaeTab(services);
    parts =
        new SubTabs(
            services.session().settings(),
            PART,
            List.of(new GanTab(services, vae::pictures), vae, new DenoiseTab(services)));
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

  @Override
  public Node content() {
    return parts.content();
  }

  @Override
  public void onShown() {
    parts.onShown();
  }

  @Override
  public void onHidden() {
    parts.onHidden();
  }

  @Override
  public boolean onKey(KeyEvent event) {
    return parts.onKey(event);
  }

  @Override
  public Optional<Runnable> export() {
    return parts.export();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return parts.shortcuts();
  }

  @Override
  public Optional<String> beforeClose() {
    return parts.beforeClose();
  }

  @Override
  public CompletableFuture<Void> keep() {
    return parts.keep();
  }
}
