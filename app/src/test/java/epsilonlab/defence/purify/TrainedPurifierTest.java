package epsilonlab.defence.purify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSets;
import epsilonlab.data.RealData;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.generative.DenoisingSettings;
import epsilonlab.generative.GenerativeJob;
import epsilonlab.generative.Purifier;
import epsilonlab.job.JobContext;
import epsilonlab.model.Reference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The exercise's autoencoder, trained shortly, before the networks that PyTorch trained. */
@Tag("full")
class TrainedPurifierTest {
  private static final int EPOCHS = 3;
  private static final int COUNT = 1000;
  private static final double EPSILON = 0.2;

  @Test
  void whatItGainsTheAttackerWhoKnowsOfItTakesBack() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 0)) {
      DenoisingSettings settings = DenoisingSettings.exercise().withEpochs(EPOCHS);
      var trained =
          new GenerativeJob<>(
                  compute,
                  DataSets.fromFolder(RealData.folder(), "mnist"),
                  settings,
                  Optional.empty())
              .run(JobContext.of(event -> {}));
      Purifier purifier = Purifier.of(compute, settings.network().id(), trained.weights());
      for (String model : List.of("small-cnn", "lenet")) {
        PurifierDefence defence =
            new PurifierDefence(
                Reference.classifier(compute, model), purifier, AdaptiveGradient.EXACT);
        PurifierCurves curves =
            new PurifierCurvesJob(
                    compute,
                    defence,
                    Reference.mnistTest(COUNT),
                    AttackPlan.defaults(Attacks.get("pgd"), 0),
                    List.of(EPSILON))
                .run(JobContext.of(event -> {}));
        double undefended = curves.accuracy(PurifierSetting.UNDEFENDED, EPSILON).orElseThrow();
        double plain = curves.accuracy(PurifierSetting.PLAIN, EPSILON).orElseThrow();
        double adaptive = curves.accuracy(PurifierSetting.ADAPTIVE, EPSILON).orElseThrow();
        String numbers = model + ": " + undefended + ", " + plain + ", " + adaptive;
        assertTrue(plain - undefended >= 0.5, numbers);
        assertTrue(plain - adaptive >= 0.4, numbers);
        assertEquals(curves.clean().bare(), curves.clean().purified(), 0.04, "it costs little");
      }
    }
  }
}
