package epsilonlab.ui.generate.vae;

import epsilonlab.generative.Pictures;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabColumns;
import java.util.NavigableMap;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** TODO. */
public final class VaeTab implements SubTab {
  private final LabServices services;

  /** Shows nothing yet. */
  public VaeTab(LabServices services) {
    this.services = services;
  }

  /** What the VAE of this session makes, by epoch, to stand beside a GAN's; empty for none. */
  public NavigableMap<Integer, Pictures> pictures() {
    return new TreeMap<>();
  }

  @Override
  public String id() {
    return "vae";
  }

  @Override
  public String title() {
    return "VAE";
  }

  @Override
  public Node content(Node parts) {
    return new TabColumns(services.state(), new VBox(parts), new VBox(), new VBox());
  }
}
