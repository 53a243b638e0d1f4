package epsilonlab.lesson.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.fact.Curve;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a scripted student does in each step of a lesson, from {@code students.json}. */
record Student(List<Deed> deeds) {
  /**
   * A step.
   *
   * @param before facts that the lab tells first
   * @param facts those when the student has done the task
   * @param right a guess that is right by these facts, or null
   * @param wrong one that is not, or null
   */
  record Deed(
      Map<String, Object> before, Map<String, Object> facts, JsonElement right, JsonElement wrong) {
    Guess guess(Question.Answer answer, boolean rightly) {
      JsonElement json = rightly ? right : wrong;
      if (answer instanceof Question.Drawn drawn) {
        JsonArray y = json.getAsJsonArray();
        return new Guess.Line(
            new Curve(
                IntStream.range(0, y.size())
                    .mapToObj(i -> new Curve.Point(drawn.x().get(i), y.get(i).getAsDouble()))
                    .toList()));
      }
      return answer instanceof Question.Slider
          ? new Guess.Number(json.getAsDouble())
          : new Guess.Choice(json.getAsString());
    }
  }

  static Student of(String lesson) {
    try (Reader in =
        new InputStreamReader(
            Student.class.getResourceAsStream("/epsilonlab/lesson/students.json"),
            StandardCharsets.UTF_8)) {
      List<Deed> deeds = new ArrayList<>();
      for (JsonElement step : JsonParser.parseReader(in).getAsJsonObject().getAsJsonArray(lesson)) {
        JsonObject deed = step.getAsJsonObject();
        deeds.add(
            new Deed(
                facts(deed.getAsJsonObject("before")),
                facts(deed.getAsJsonObject("facts")),
                deed.get("right"),
                deed.get("wrong")));
      }
      return new Student(deeds);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static Map<String, Object> facts(JsonObject json) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (json != null) {
      json.asMap().forEach((name, value) -> all.put(name, value(value)));
    }
    return all;
  }

  private static Object value(JsonElement json) {
    if (json instanceof JsonObject curve) {
      return Curve.of(numbers(curve.getAsJsonArray("x")), numbers(curve.getAsJsonArray("y")));
    }
    if (json.getAsJsonPrimitive().isNumber()) {
      return json.getAsDouble();
    }
    if (json.getAsJsonPrimitive().isBoolean()) {
      return json.getAsBoolean();
    }
    return json.getAsString().equals("inf") ? Double.POSITIVE_INFINITY : json.getAsString();
  }

  private static double[] numbers(JsonArray all) {
    return IntStream.range(0, all.size()).mapToDouble(i -> all.get(i).getAsDouble()).toArray();
  }
}
