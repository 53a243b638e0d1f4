package epsilonlab.command.bench;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Target;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.photo.ClassNames;
import epsilonlab.photo.NetworkFile;
import epsilonlab.photo.Normalization;
import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoAttackJob;
import epsilonlab.photo.PhotoAttacks;
import epsilonlab.photo.PhotoNetwork;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.PhotoSettings;
import epsilonlab.photo.Picture;
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
      Photo photo = random(setting.seed());
      attack(compute, network, photo, WARM_UP, setting.seed());
      long began = System.nanoTime();
      PhotoResult result = attack(compute, network, photo, STEPS, setting.seed());
      double seconds = (System.nanoTime() - began) / 1e9;
      return Benchmark.figures(seconds, result.steps());
    }
  }

  private static PhotoResult attack(
      Compute compute, PhotoNetwork network, Photo photo, int steps, long seed) {
    AttackSettings settings =
        AttackSettings.of(PhotoAttacks.PGD, Map.of("steps", (double) steps, "step-size", 0.002));
    AttackPlan plan = new AttackPlan(PhotoAttacks.PGD, settings, Target.NONE, seed);
    PhotoSettings all = new PhotoSettings(plan, 0.02, PhotoSettings.Ending.ALL_STEPS);
    return new PhotoAttackJob(compute, network, photo, all).run(JobContext.of(event -> {}));
  }

  private static Photo random(long seed) {
    byte[] rgb = new byte[Photo.VALUES];
    SplittableRandom random = Seed.of(seed).split("photo").generator();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) random.nextInt(256);
    }
    return Photo.of("random", new Picture(Photo.SIDE, Photo.SIDE, rgb, ""));
  }
}
