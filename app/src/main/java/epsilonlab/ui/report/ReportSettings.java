package epsilonlab.ui.report;

import epsilonlab.data.DataSet;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a report says that it was computed with: data, model, seed, machine. */
public final class ReportSettings {
  private ReportSettings() {}

  /** As it is now; belongs to the FX thread. */
  public static Map<String, String> of(LabServices services) {
    LabSession session = services.session();
    Map<String, String> all = new LinkedHashMap<>();
    DataSet data = session.data().get();
    if (data != null) {
      all.put("data set", services.state().dataText().get());
      all.put("SHA-256 of the data", data.sha256());
    }
    ModelEntry model = session.model().get();
    if (model != null) {
      all.put("model", model.card().name() + ", " + model.card().training());
      all.put("network", model.card().architecture());
      all.put("SHA-256 of the model", model.sha256());
    }
    all.put("seed", Long.toString(session.seed().get()));
    all.put("computed by", services.state().deviceText().get());
    return all;
  }
}
