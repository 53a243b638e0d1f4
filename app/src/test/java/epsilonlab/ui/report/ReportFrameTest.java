package epsilonlab.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportFrameTest {
  private final LabServices services = SessionServices.with(new QueuedFx(), new TestDialogs());

  private ModelEntry add(String id, String name, double accuracy) {
    ModelCard card =
        new ModelCard(
            name, "logistic", "mnist", "Adam", 0, accuracy, null, Instant.EPOCH, Map.of());
    ModelEntry entry = new ModelEntry(id, card, Path.of(id), id.repeat(64));
    services.session().models().add(entry);
    return entry;
  }

  @Test
  void twoModelsOfOneNameAreNotMixedUp() {
    add("a", "twin", 0.91);
    add("b", "twin", 0.22);
    add("c", "single", 0.5);
    ReportBlock.Rows networks =
        (ReportBlock.Rows)
            ReportFrame.of(services, Set.of("b")).networks().orElseThrow().blocks().get(0);
    assertEquals(1, networks.table().rows().size());
    assertEquals("22.0 %", networks.table().rows().get(0).get(4));
    assertEquals(
        Set.of("c"),
        ReportFrame.ids(services.session(), List.of("twin", "single")),
        "nobody knows which twin it was");
  }
}
