package epsilonlab.command;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Weights;
import epsilonlab.report.ResultDocument;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.DataUsed;
import epsilonlab.report.capsule.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;

/**
 * Runs the experiment of a capsule again on behalf of another run: with its engine, on its job
 * runner, with the data set where its user says, and with the capsule's own weights. Its result
 * goes nowhere but to the one who asked.
 */
final class RepeatedRun extends CommandRun {
  private final CommandRun outer;
  private final Optional<DataUsed> recorded;
  private ResultDocument result;

  private RepeatedRun(LabCommand command, CommandRun outer, Optional<DataUsed> recorded) {
    super(command);
    this.outer = outer;
    this.recorded = recorded;
  }

  /**
   * The result of an experiment of a capsule, computed here and now.
   *
   * @param data what it was computed from; empty where no images were needed
   * @param common where the data are, and on what to compute
   * @throws LabException if it is none of this lab, or the data are others
   */
  static ResultDocument of(
      Experiment experiment,
      Optional<DataUsed> data,
      Capsule capsule,
      CommonOptions common,
      CommandRun outer)
      throws Exception {
    LabCommand command =
        Commands.repeatable(experiment.command())
            .orElseThrow(
                () ->
                    new LabException(
                        "The capsule's experiment is none that this lab runs again; ask whoever"
                            + " made it for a new one."));
    Path folder = Files.createTempDirectory("epsilonlab-capsule-");
    try {
      Map<String, Path> weights = unpack(capsule, folder);
      CommandLine line = EpsilonLabCommand.line(command);
      ExperimentOptions.parse(
          line,
          experiment.options(),
          place ->
              Optional.ofNullable(weights.get(place))
                  .map(Path::toString)
                  .orElseThrow(
                      () ->
                          new LabException(
                              "The capsule's experiment names weights that are not in it; ask"
                                  + " whoever made it for a new one.")));
      command.common.data = common.data;
      command.common.device = common.device;
      command.common.threads = common.threads;
      command.common.dataset = experiment.dataset();
      command.common.seed = experiment.seed();
      command.checkAll();
      try (RepeatedRun again = new RepeatedRun(command, outer, data)) {
        command.run(again);
        return again.result;
      }
    } finally {
      delete(folder);
    }
  }

  /** Into a folder of our own, under names that were checked when the capsule was read. */
  private static Map<String, Path> unpack(Capsule capsule, Path folder) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> entry : capsule.weights().entrySet()) {
      String name = entry.getKey().substring(Capsule.WEIGHTS.length());
      files.put(entry.getKey(), Files.write(folder.resolve(name), entry.getValue()));
    }
    return files;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  @Override
  Compute compute() {
    return outer.compute();
  }

  @Override
  Map<String, Object> environment() {
    return outer.environment();
  }

  @Override
  DataSet data() {
    DataSet data = super.data();
    recorded
        .filter(wanted -> !wanted.sha256().equals(data.sha256()))
        .ifPresent(
            wanted -> {
              throw new LabException(
                  "The capsule was computed from %s with the SHA-256 %s..., but here is %s (%s);"
                          .formatted(
                              wanted.name(),
                              wanted.sha256().substring(0, 12),
                              data.title(),
                              data.source())
                      + " name the folder of the right files with --data.");
            });
    outer.setData(data);
    return data;
  }

  @Override
  <E, T> T run(Job<E, T> job, Consumer<? super E> events) {
    return outer.run(job, events);
  }

  @Override
  boolean wasCancelled() {
    return outer.wasCancelled();
  }

  @Override
  void setStopped(boolean stopped) {
    outer.setStopped(stopped);
  }

  @Override
  void rescue(ModelCard card, Weights weights) {
    // a training that was only repeated need not be kept
  }

  @Override
  void say(String sentence) {
    outer.say(sentence);
  }

  @Override
  void deliver(ResultDocument document) {
    result = document;
  }
}
