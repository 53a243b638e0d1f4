package epsilonlab.report.handin;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.layer.LayerRow;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The section of a report that says what the networks are that it speaks of. */
public final class NetworksUsed {
  private static final int BRIEF = 12;

  private NetworksUsed() {}

  /** How each was trained and how good it is, and the layers of each kind of network once. */
  public static Optional<ReportSection> section(Collection<ModelEntry> models) {
    if (models.isEmpty()) {
      return Optional.empty();
    }
    Table all = new Table("model", "network", "trained on", "training", "test accuracy", "SHA-256");
    for (ModelEntry model : models) {
      Double accuracy = model.card().cleanAccuracy();
      all.add(
          model.card().name(),
          model.card().architecture(),
          model.card().dataset(),
          model.card().training(),
          accuracy == null ? "not measured" : Numbers.percent(accuracy),
          model.sha256().substring(0, BRIEF) + "…");
    }
    List<ReportBlock> blocks = new ArrayList<>(List.of(new ReportBlock.Rows(all)));
    models.stream()
        .map(model -> model.card().architecture())
        .distinct()
        .filter(id -> Architectures.ALL.stream().anyMatch(known -> known.id().equals(id)))
        .map(Architectures::get)
        .forEach(
            network -> {
              String words =
                  "Layers of a %s, from an image of %d × %d pixels to %d classes; %,d parameters."
                      .formatted(
                          network.title(),
                          ImageSet.SIDE,
                          ImageSet.SIDE,
                          10,
                          network.parameterCount());
              blocks.add(new ReportBlock.Paragraph(RichText.plain(words)));
              blocks.add(new ReportBlock.Rows(layers(network)));
            });
    return Optional.of(new ReportSection("Networks", blocks));
  }

  private static Table layers(Architecture network) {
    Table table = new Table("layer", "output", "parameters");
    LayerRow.of(network.layers(), 1, ImageSet.SIDE)
        .forEach(row -> table.add(row.title(), row.shape(), row.parameters()));
    return table;
  }
}
