package epsilonlab.ui.generate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.generative.GenerativeNetwork;
import epsilonlab.generative.GenerativeSettings;
import epsilonlab.generative.Learner;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Phase;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingsTest {
  /** A training that ends as no one foresaw. */
  private record Broken() implements GenerativeSettings<DenoisingBatch, DenoisingEpoch> {
    @Override
    public GenerativeNetwork network() {
      return new DenoisingAutoencoder(List.of(4));
    }

    @Override
    public int batch() {
      return 10;
    }

    @Override
    public int epochs() {
      return 1;
    }

    @Override
    public long seed() {
      return 0;
    }

    @Override
    public double learningRate() {
      return 1;
    }

    @Override
    public GenerativeSettings<DenoisingBatch, DenoisingEpoch> withEpochs(int other) {
      return this;
    }

    @Override
    public Map<String, Object> toMap() {
      return Map.of();
    }

    @Override
    public Learner<DenoisingBatch, DenoisingEpoch> learner(
        Compute compute, DeviceImages train, DataSet data, Weights start) {
      throw new IllegalStateException("the engine broke");
    }
  }

  @Test
  void whatNobodyForesawIsSaidInOneSentence() throws Exception {
    QueuedFx fx = new QueuedFx();
    LabServices services = SessionServices.with(fx, new TestDialogs());
    services.session().useData(SyntheticDigits.generate(1, 30, 10));
    Trainings<DenoisingBatch, DenoisingEpoch> trainings = new Trainings<>(services, Broken::new);
    trainings.start();
    fx.until("the sentence", () -> !services.messages().shown().isEmpty());
    assertEquals(Phase.IDLE, trainings.phase().get());
    assertTrue(trainings.open().isEmpty());
    services.jobs().close();
  }
}
