package epsilonlab.command.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Examples;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.photo.ClassNames;
import epsilonlab.photo.NetworkFile;
import epsilonlab.photo.Normalization;
import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoAttacks;
import epsilonlab.photo.PhotoNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Forty steps of PGD on a random photo of 224 x 224 with the course's ImageNet classifier, which
 * has to lie beside the digits.
 */
final class PhotoBenchmark implements Benchmark {
  private static final String NETWORK = "imagenet-mobilenet/mobilenet.pt";
  private static final int WARM_UP = 10;
  private static final int STEPS = 40;
  private static final int LABEL = 466;
  private static final double EPSILON = 0.02;

  @Override
  public String work() {
    return "photo-step";
  }

  @Override
  public String group() {
    return work();
  }

  @Override
  public Map<String, Object> measure(Setting setting) {
    Path file =
        setting
            .folder()
            .map(folder -> folder.resolve(NETWORK))
            .filter(Files::exists)
            .orElseThrow(
                () ->
                    new LabException(
                        "photo-step needs "
                            + NETWORK
                            + " in the folder of --data; name the folder that has it."));
    Compute compute = setting.compute();
    try (PhotoNetwork network =
        PhotoNetwork.load(
            compute, NetworkFile.read(file), Normalization.NONE, ClassNames.imageNet())) {
      float[] photo = random(setting.seed());
      attack(compute, network, photo, WARM_UP, setting.seed());
      long began = System.nanoTime();
      attack(compute, network, photo, STEPS, setting.seed());
      double seconds = (System.nanoTime() - began) / 1e9;
      return Benchmark.figures(seconds, STEPS);
    }
  }

  // the bare attack, as the peers run it: without what the lab shows and tries around it
  private static void attack(
      Compute compute, PhotoNetwork network, float[] photo, int steps, long seed) {
    Attack pgd = PhotoAttacks.PGD;
    AttackSettings settings =
        AttackSettings.of(pgd, Map.of("steps", (double) steps, "step-size", 0.002));
    compute.callWide(
        () -> {
          try (NDManager manager = compute.newManager()) {
            Examples examples =
                new Examples(
                    Tensors.of(manager, photo, 1, 3, Photo.SIDE, Photo.SIDE),
                    Tensors.of(manager, new long[] {LABEL}),
                    null,
                    new long[] {0},
                    Seed.of(seed).split("attack"));
            NDArray end =
                pgd.prepare(network, examples, settings).at(Tensors.scalar(manager, EPSILON));
            return end.toFloatArray();
          }
        });
  }

  private static float[] random(long seed) {
    SplittableRandom random = Seed.of(seed).split("photo").generator();
    float[] values = new float[Photo.VALUES];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }
}
