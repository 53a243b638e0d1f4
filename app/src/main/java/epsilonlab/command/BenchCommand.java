package epsilonlab.command;

import epsilonlab.command.bench.Benchmark;
import epsilonlab.command.bench.Benchmarks;
import epsilonlab.engine.LabException;
import epsilonlab.job.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Times the lab on the works that its peers are timed on. */
@Command(name = "bench", description = "Times the lab; prints one JSON line a measurement.")
final class BenchCommand extends LabCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "WORK",
      description = "Names of works or of groups of works; an unknown one lists all.")
  List<String> works;

  private final List<Benchmark> chosen = new ArrayList<>();

  @Override
  String name() {
    return "bench";
  }

  @Override
  Optional<String> whyNoCapsule() {
    return Optional.of("bench measures times, which never come out the same; leave --capsule out.");
  }

  @Override
  void check() {
    if (common.out != null) {
      throw new LabException("bench prints its measurements line by line; leave --out out.");
    }
    works.forEach(work -> chosen.addAll(Benchmarks.named(work)));
  }

  @Override
  void run(CommandRun run) {
    for (Benchmark benchmark : chosen) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("work", benchmark.work());
      line.put("peer", "epsilon-lab");
      Map<String, Object> measured =
          run.run(
              Work.background(
                  "Bench " + benchmark.work(),
                  () ->
                      benchmark.measure(
                          new Benchmark.Setting(
                              run.compute(),
                              () -> run.data(benchmark.dataset()),
                              Optional.ofNullable(common.data),
                              common.seed))));
      line.putAll(measured);
      line.put("threads", run.compute().threads());
      Memory.peak().ifPresent(peak -> line.put("peak_memory_mb", peak));
      run.printLine(line);
    }
  }
}
