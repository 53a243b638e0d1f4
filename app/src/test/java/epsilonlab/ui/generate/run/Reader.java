package epsilonlab.ui.generate.run;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.Seed;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabSession;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A classifier in use that reads everything as a 4, and is sure of it. */
public final class Reader {
  private Reader() {}

  /** Puts it into the library and uses it. */
  public static ModelEntry use(LabSession session) {
    Architecture of = Architectures.get("logistic");
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    of.initialWeights(Seed.of(3))
        .asMap()
        .forEach((name, tensor) -> tensors.put(name, onlyFours(tensor.shape())));
    ModelEntry entry =
        session
            .library()
            .add(
                new ModelCard(
                    "Fours only",
                    of.id(),
                    "synthetic",
                    "none",
                    0,
                    0.1,
                    null,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Map.of()),
                Weights.of(tensors));
    session.use(entry);
    return entry;
  }

  private static HostTensor onlyFours(long[] shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    if (shape.length == 1) {
      values[4] = 20;
    }
    return new HostTensor(values, shape);
  }
}
