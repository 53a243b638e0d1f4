package epsilonlab.lesson.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Step;
import epsilonlab.lesson.fact.Curve;
import epsilonlab.lesson.fact.FactsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run as JSON and back. */
final class ProgressJson {
  private static final int VERSION = 1;

  private ProgressJson() {}

  static JsonObject write(LessonRun run) {
    JsonObject root = new JsonObject();
    root.addProperty("version", VERSION);
    root.addProperty("lesson", run.lesson().id());
    root.addProperty("fingerprint", run.lesson().fingerprint());
    root.addProperty("at", run.at());
    root.addProperty("furthest", run.furthest());
    JsonArray steps = new JsonArray();
    run.records().forEach(record -> steps.add(write(record)));
    root.add("steps", steps);
    return root;
  }

  private static JsonObject write(StepRecord record) {
    JsonObject step = new JsonObject();
    step.addProperty("done", record.isDone());
    record.guess().ifPresent(guess -> step.add("guess", write(guess)));
    record.truth().ifPresent(truth -> step.add("truth", write(truth)));
    step.add("facts", FactsJson.write(record.facts()));
    step.add("kept", FactsJson.write(record.kept()));
    step.addProperty("hints", record.hintsOpened());
    step.addProperty("words", record.words());
    return step;
  }

  private static JsonElement write(Guess guess) {
    if (guess instanceof Guess.Choice choice) {
      return new JsonPrimitive(choice.option());
    }
    return guess instanceof Guess.Number number
        ? FactsJson.write(number.value())
        : FactsJson.write(((Guess.Line) guess).curve());
  }

  /**
   * Reads a run.
   *
   * @throws RuntimeException of whatever kind if it is not one of this lesson
   */
  static LessonRun read(JsonObject root, Lesson lesson) {
    JsonArray steps = root.getAsJsonArray("steps");
    boolean fits =
        root.get("version").getAsInt() == VERSION
            && root.get("fingerprint").getAsString().equals(lesson.fingerprint())
            && steps.size() == lesson.steps().size();
    int at = root.get("at").getAsInt();
    if (!fits || at < 0 || at >= steps.size()) {
      throw new JsonParseException("not the progress of this lesson");
    }
    List<StepRecord> records = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      records.add(record(steps.get(i).getAsJsonObject(), lesson.steps().get(i)));
    }
    JsonElement furthest = root.get("furthest");
    int reached = furthest == null ? at : Math.min(furthest.getAsInt(), steps.size() - 1);
    return new LessonRun(lesson, at, Math.max(at, reached), records);
  }

  private static StepRecord record(JsonObject json, Step step) {
    StepRecord record = new StepRecord();
    Optional<Guess> guess = guess(json.get("guess"));
    Optional<Guess> truth = guess(json.get("truth"));
    boolean fits =
        guess.isEmpty() && truth.isEmpty()
            || step.question().isPresent()
                && guess.stream().allMatch(step.question().get().answer()::accepts)
                && truth.stream().allMatch(step.question().get().answer()::comparesWith);
    if (!fits) {
      throw new JsonParseException("no answer to this question");
    }
    guess.ifPresent(record::commit);
    if (json.get("done").getAsBoolean()) {
      if (step.question().isPresent() && (guess.isEmpty() || truth.isEmpty())) {
        throw new JsonParseException("done without a guess");
      }
      record.finish(FactsJson.read(json.getAsJsonObject("facts")), truth);
    }
    record.restoreKept(FactsJson.read(json.getAsJsonObject("kept")));
    record.openHints(Math.max(0, Math.min(step.hints().size(), json.get("hints").getAsInt())));
    record.write(json.get("words").getAsString());
    return record;
  }

  private static Optional<Guess> guess(JsonElement json) {
    if (json == null) {
      return Optional.empty();
    }
    Object value = FactsJson.value(json);
    return Optional.of(
        value instanceof Curve curve
            ? new Guess.Line(curve)
            : value instanceof Double number
                ? new Guess.Number(number)
                : new Guess.Choice(value.toString()));
  }
}
