package epsilonlab.command;

import epsilonlab.engine.LabException;
import epsilonlab.report.ResultDocument;
import epsilonlab.report.Table;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.DataUsed;
import epsilonlab.report.capsule.Experiment;
import epsilonlab.report.capsule.NumberCheck;
import epsilonlab.report.capsule.RecordedNumber;
import epsilonlab.report.capsule.ResultJson;
import epsilonlab.report.capsule.ShownResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the experiment of a capsule again and compares number by number. */
@Command(
    name = "verify",
    description = {
      "Runs the experiment of a capsule again and compares every number.",
      "It uses the capsule's own weights and settings. The numbers have to come out again to the last "
          + "bit on the same kind of machine with the same number of threads, to 1e-6 on another one. "
          + "Ends with 1 if one differs."
    })
final class VerifyCommand extends LabCommand {
  private static final int NAMED = 3;

  @Parameters(index = "0", paramLabel = "FILE", description = "A capsule, name.epsilab.")
  Path file;

  @Override
  String name() {
    return "verify";
  }

  @Override
  Optional<String> whyNoCapsule() {
    return Optional.of("verify runs the experiment of another command; leave --capsule out.");
  }

  @Override
  void check() {
    for (String option : List.of("--seed", "--dataset")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new LabException("The capsule says what " + option + " is; leave it out.");
      }
    }
  }

  @Override
  void run(CommandRun run) throws Exception {
    Capsule capsule = CapsuleFile.read(file);
    run.setting("file", file);
    List<Experiment> experiments = experiments(capsule);
    List<ResultDocument> again = new ArrayList<>();
    if (capsule.experiment().isPresent()) {
      again.add(RepeatedRun.of(experiments.get(0), capsule.data(), capsule, common, run));
    }
    for (ShownResult shown : capsule.shown()) {
      Optional<DataUsed> data = Optional.of(shown.data());
      again.add(RepeatedRun.of(shown.experiment(), data, capsule, common, run));
    }
    if (run.wasCancelled()) {
      return;
    }
    List<String> elsewhere =
        NumberCheck.differences(capsule.environment(), again.get(0).environment());
    List<NumberCheck> numbers = compare(capsule, again, elsewhere.isEmpty());
    ShownInPart inPart = ShownInPart.of(capsule, again);
    List<NumberCheck> different = numbers.stream().filter(number -> !number.agrees()).toList();
    List<String> contradictions = contradictions(capsule);
    write(run.files(), numbers);
    Map<String, Object> results = new LinkedHashMap<>();
    results.put(
        "experiment", String.join(", ", experiments.stream().map(Experiment::command).toList()));
    results.put("options", experiments.stream().map(Experiment::options).toList());
    results.put("agree", numbers.size() - different.size());
    results.put("differ", different.size());
    results.put("tolerance", elsewhere.isEmpty() ? 0 : NumberCheck.TOLERANCE);
    results.put("environment_differs", elsewhere);
    results.put("contradictions", contradictions);
    results.put("not_compared", inPart.left());
    results.put("not_repeated", NotRepeated.note(capsule).orElse(null));
    results.put("numbers", numbers);
    run.finish(results);
    NotRepeated.note(capsule).ifPresent(run::say);
    inPart.sentence().ifPresent(run::say);
    if (inPart.isEmpty()) {
      run.setExitCode(FAILED);
    }
    if (!different.isEmpty()) {
      run.setExitCode(FAILED);
      run.say(sentence(numbers.size(), different, elsewhere));
    }
    if (!contradictions.isEmpty()) {
      run.setExitCode(FAILED);
      run.say(
          "The capsule contradicts itself: "
              + Capsule.RESULT
              + " and its list of numbers differ in "
              + String.join(", ", contradictions.stream().limit(NAMED).toList())
              + (contradictions.size() > NAMED ? ", and more." : "."));
    }
  }

  /** A command's experiment, and what the window showed. */
  private static List<Experiment> experiments(Capsule capsule) {
    List<Experiment> all = new ArrayList<>();
    capsule.experiment().ifPresent(all::add);
    capsule.shown().forEach(result -> all.add(result.experiment()));
    if (all.isEmpty()) {
      throw new LabException(NotRepeated.nothing(capsule));
    }
    return all;
  }

  private static List<NumberCheck> compare(
      Capsule capsule, List<ResultDocument> again, boolean sameMachine) {
    List<NumberCheck> numbers = new ArrayList<>();
    int next = 0;
    if (capsule.experiment().isPresent()) {
      numbers.addAll(
          NumberCheck.all(capsule.numbers(), ResultJson.numbers(again.get(next++)), sameMachine));
    }
    boolean several = again.size() > 1;
    for (ShownResult result : capsule.shown()) {
      ResultDocument document = again.get(next++);
      // their names alone would be the same in two curves
      String prefix = several ? document.experiment() + " " + next + ": " : "";
      numbers.addAll(NumberCheck.shown(prefix, result, ResultJson.numbers(document), sameMachine));
    }
    return numbers;
  }

  /** What the result document says otherwise than the list of numbers that was compared. */
  private static List<String> contradictions(Capsule capsule) {
    byte[] document = capsule.files().get(Capsule.RESULT);
    if (document == null) {
      return List.of();
    }
    Set<RecordedNumber> listed = new LinkedHashSet<>(capsule.numbers());
    Set<RecordedNumber> written = new LinkedHashSet<>(ResultJson.numbers(document));
    return Stream.concat(
            listed.stream().filter(number -> !written.contains(number)),
            written.stream().filter(number -> !listed.contains(number)))
        .map(RecordedNumber::name)
        .distinct()
        .toList();
  }

  private static void write(ResultFiles files, List<NumberCheck> numbers) {
    files.section("Number by number");
    Table table = new Table("name", "recorded", "again", "agrees");
    numbers.forEach(
        number ->
            table.add(number.name(), number.recorded(), number.again(), "" + number.agrees()));
    files.table("numbers", table);
  }

  private static String sentence(int all, List<NumberCheck> different, List<String> elsewhere) {
    StringBuilder text = new StringBuilder();
    text.append(different.size()).append(" of ").append(all).append(" numbers differ: ");
    text.append(
        String.join(", ", different.stream().limit(NAMED).map(NumberCheck::sentence).toList()));
    text.append(different.size() > NAMED ? ", and more" : "");
    return text.append(elsewhere.isEmpty() ? "." : " (" + String.join("; ", elsewhere) + ").")
        .toString();
  }
}
