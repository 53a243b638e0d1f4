package epsilonlab.lesson.run;

import epsilonlab.lesson.Question;
import epsilonlab.lesson.Step;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.Names;
import epsilonlab.lesson.fact.SettingWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Gathers what is handed in. */
final class HandIns {
  private HandIns() {}

  static HandIn of(LessonRun run) {
    return new HandIn(
        run.lesson().title(),
        run.lesson().number(),
        run.lesson().summary(),
        run.lesson().theory(),
        run.isDone(),
        IntStream.range(0, run.lesson().steps().size())
            .filter(run::isDone)
            .mapToObj(index -> section(run, index))
            .toList());
  }

  private static HandIn.Section section(LessonRun run, int index) {
    Step step = run.lesson().steps().get(index);
    StepRecord record = run.record(index);
    Facts facts = run.factsOf(index);
    return new HandIn.Section(
        step.title(),
        step.text(),
        step.task().map(task -> new HandIn.Done(task.say().fill(facts), task.done().fill(facts))),
        step.question().flatMap(question -> answered(run, index, question, facts)),
        step.explanation().text(),
        step.words()
            .filter(ask -> !record.words().isBlank())
            .map(ask -> new HandIn.Words(ask.fill(facts), record.words().strip())),
        record.hintsOpened(),
        numbers(step, facts),
        step.report().parts(),
        facts);
  }

  private static Optional<HandIn.Answered> answered(
      LessonRun run, int index, Question question, Facts facts) {
    StepRecord record = run.record(index);
    return run.comparison(index)
        .map(
            comparison ->
                new HandIn.Answered(
                    question.ask().fill(facts),
                    question.answer(),
                    record.guess().orElseThrow(),
                    record.truth().orElseThrow(),
                    comparison));
  }

  private static List<HandIn.Value> numbers(Step step, Facts facts) {
    return step.report().facts().stream()
        .filter(name -> facts.get(name).isPresent())
        .map(Names::fact)
        .map(fact -> value(fact, facts))
        .toList();
  }

  private static HandIn.Value value(FactName fact, Facts facts) {
    return new HandIn.Value(
        fact.name(),
        SettingWords.noun(fact),
        SettingWords.value(fact, facts.get(fact.name()).orElseThrow()));
  }
}
