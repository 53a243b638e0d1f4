package epsilonlab.command.bench;

import epsilonlab.engine.LabException;
import epsilonlab.privacy.mean.Simulation;
import java.util.List;
import java.util.stream.Collectors;

/** The list of works; a new one is a class and a line here. */
public final class Benchmarks {
  static final List<Benchmark> ALL =
      List.of(
          new TrainingBenchmark("logistic"),
          new TrainingBenchmark("mlp"),
          new TrainingBenchmark("lenet"),
          new TrainingBenchmark("small-cnn"),
          AttackBenchmark.fgsm(),
          AttackBenchmark.pgd40(),
          AttackBenchmark.robustAccuracy(),
          AdversarialBenchmark.fgsm(),
          AdversarialBenchmark.pgd10(),
          new GanBenchmark(),
          GenerativeBenchmark.vae(),
          GenerativeBenchmark.dae(),
          MeanBenchmark.dimensions(Simulation.FAITHFUL),
          MeanBenchmark.noise(Simulation.FAITHFUL),
          MeanBenchmark.dimensions(Simulation.REDUCED),
          MeanBenchmark.noise(Simulation.REDUCED),
          new LogisticBenchmark(),
          new OneDigitBenchmark(),
          new DragBenchmark(),
          new PhotoBenchmark());

  private Benchmarks() {}

  /**
   * The works of this name or group.
   *
   * @throws LabException that lists the names there are
   */
  public static List<Benchmark> named(String name) {
    List<Benchmark> found =
        ALL.stream().filter(work -> work.work().equals(name) || work.group().equals(name)).toList();
    if (found.isEmpty()) {
      throw new LabException(
          "There is no work '"
              + name
              + "'; choose from "
              + ALL.stream().map(Benchmark::work).collect(Collectors.joining(", "))
              + ".");
    }
    return found;
  }
}
