package epsilonlab.command;

import epsilonlab.report.CheckResults;
import epsilonlab.report.Table;
import epsilonlab.theory.CheckJob;
import epsilonlab.theory.CheckResult;
import epsilonlab.theory.ShowJob;
import epsilonlab.theory.Theorem;
import epsilonlab.theory.Theorems;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a theorem on random instances. */
@Command(
    name = "theory",
    description =
        "Checks a theorem on random instances against an independent way, and prints the largest"
            + " difference and what the topic shows.")
final class TheoryCommand extends LabCommand {
  /** What {@code --help} and the completion offer. */
  static final class Topics extends java.util.ArrayList<String> {
    private static final long serialVersionUID = 1;

    Topics() {
      super(Theorems.ids());
    }
  }

  @Parameters(
      paramLabel = "TOPIC",
      completionCandidates = Topics.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  String topic;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "" + CheckJob.USUAL_INSTANCES,
      description = "Random instances to check (default: ${DEFAULT-VALUE}).")
  int instances;

  private Theorem theorem;

  @Override
  String name() {
    return "theory";
  }

  @Override
  void check() {
    theorem = Theorems.get(topic);
    CheckJob.requireInstances(instances);
  }

  @Override
  void run(CommandRun run) {
    run.setting("topic", theorem.id());
    run.setting("instances", instances);
    CheckResult checked = run.run(new CheckJob(run.compute(), theorem, instances, common.seed));
    Map<String, Object> shown =
        run.run(new ShowJob(run.compute(), theorem, run::data, common.seed));
    ResultFiles files = run.files();
    files.section(theorem.title());
    Table table = new Table("claim", "cases", "largest difference", "tolerance", "holds");
    checked
        .claims()
        .forEach(
            one ->
                table.add(
                    one.claim().sentence(),
                    one.cases(),
                    one.largestDifference(),
                    one.claim().tolerance(),
                    one.holds() ? "yes" : "no"));
    files.table("claims", table);
    Map<String, Object> results = CheckResults.of(checked);
    results.putAll(shown);
    run.finish(results);
  }
}
