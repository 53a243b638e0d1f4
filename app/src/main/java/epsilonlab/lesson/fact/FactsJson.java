package epsilonlab.lesson.fact;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts as JSON and back; JSON knows no infinity, so that one is an object. */
public final class FactsJson {
  private static final String INFINITE = "inf";

  private FactsJson() {}

  /** Facts by name. */
  public static JsonObject write(Facts facts) {
    JsonObject all = new JsonObject();
    facts.values().forEach((name, value) -> all.add(name, write(value)));
    return all;
  }

  /** One value. */
  public static JsonElement write(Object value) {
    if (value instanceof Double number) {
      if (Double.isFinite(number)) {
        return new JsonPrimitive(number);
      }
      JsonObject infinite = new JsonObject();
      infinite.addProperty(INFINITE, number > 0 ? 1 : -1);
      return infinite;
    }
    if (value instanceof Curve curve) {
      JsonArray points = new JsonArray();
      for (Curve.Point point : curve.points()) {
        JsonArray pair = new JsonArray();
        pair.add(point.x());
        pair.add(point.y());
        points.add(pair);
      }
      return points;
    }
    return value instanceof Boolean truth
        ? new JsonPrimitive(truth)
        : new JsonPrimitive(value.toString());
  }

  /**
   * Facts by name; those that this version of the lab does not know are left out.
   *
   * @throws RuntimeException of whatever kind if a value is not of its kind
   */
  public static Facts read(JsonObject json) {
    Map<String, Object> all = new LinkedHashMap<>();
    json.asMap()
        .forEach(
            (name, value) -> {
              // a fact of another version of the lab is left out
              if (name.startsWith(Facts.KEPT) || FactNames.find(name).isPresent()) {
                all.put(name, value(value));
              }
            });
    return Facts.of(all);
  }

  /**
   * One value: a {@code Double}, {@code String}, {@code Boolean} or {@code Curve}.
   *
   * @throws RuntimeException of whatever kind if it is none
   */
  public static Object value(JsonElement json) {
    if (json instanceof JsonArray points) {
      List<Curve.Point> all = new ArrayList<>();
      for (JsonElement point : points) {
        JsonArray pair = point.getAsJsonArray();
        all.add(new Curve.Point(pair.get(0).getAsDouble(), pair.get(1).getAsDouble()));
      }
      return new Curve(all);
    }
    if (json instanceof JsonObject infinite) {
      return infinite.get(INFINITE).getAsInt() * Double.POSITIVE_INFINITY;
    }
    JsonPrimitive plain = json.getAsJsonPrimitive();
    return plain.isNumber()
        ? (Object) plain.getAsDouble()
        : plain.isBoolean() ? (Object) plain.getAsBoolean() : plain.getAsString();
  }
}
