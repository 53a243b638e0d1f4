package epsilonlab.ui.report;

import epsilonlab.data.DataSet;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.handin.Byline;
import epsilonlab.report.handin.NetworksUsed;
import epsilonlab.report.handin.ReportSection;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a report says besides its figures: who hands it in, and with what it was computed.
 *
 * @param settings data, model, seed and machine, in the order in which they are listed
 * @param networks what the models are
 */
public record ReportFrame(
    Byline byline, Map<String, String> settings, Optional<ReportSection> networks) {
  /**
   * As it is now; belongs to the FX thread.
   *
   * @param models ids of models that the report speaks of besides the one in use
   */
  public static ReportFrame of(LabServices services, Collection<String> models) {
    LabSession session = services.session();
    Set<ModelEntry> used = new LinkedHashSet<>();
    Optional.ofNullable(session.model().get()).ifPresent(used::add);
    session.models().stream().filter(entry -> models.contains(entry.id())).forEach(used::add);
    return new ReportFrame(
        StudentName.byline(services), settings(services), NetworksUsed.section(used));
  }

  /** Ids of the models with these names; a name that several have tells none of them. */
  public static Set<String> ids(LabSession session, Collection<String> names) {
    return session.models().stream()
        .filter(entry -> names.contains(entry.card().name()))
        .collect(Collectors.groupingBy(entry -> entry.card().name()))
        .values()
        .stream()
        .filter(namesakes -> namesakes.size() == 1)
        .map(one -> one.get(0).id())
        .collect(Collectors.toSet());
  }

  private static Map<String, String> settings(LabServices services) {
    LabSession session = services.session();
    Map<String, String> all = new LinkedHashMap<>();
    DataSet data = session.data().get();
    if (data != null) {
      all.put("data set", services.state().dataText().get());
      all.put("SHA-256 of the data", data.sha256());
    }
    ModelEntry model = session.model().get();
    if (model != null) {
      all.put("model", model.card().name());
      all.put("SHA-256 of the model", model.sha256());
    }
    all.put("seed", Long.toString(session.seed().get()));
    all.put("computed by", services.state().deviceText().get());
    return all;
  }
}
