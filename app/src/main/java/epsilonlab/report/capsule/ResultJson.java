package epsilonlab.report.capsule;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import epsilonlab.engine.LabException;
import epsilonlab.report.ResultDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The results of a document as numbers with names. */
public final class ResultJson {
  /** Keys of measured times, which are never the same twice. */
  private static final Set<String> TIMES = Set.of("seconds");

  private ResultJson() {}

  /**
   * All numbers of the results in the order of the document, as {@code result.json} says them;
   * times are left out.
   */
  public static List<RecordedNumber> numbers(ResultDocument document) {
    List<RecordedNumber> numbers = new ArrayList<>();
    add(numbers, "", parse(document.toJson()).get("results"));
    return numbers;
  }

  /** The same of results alone. */
  public static List<RecordedNumber> numbers(Map<String, ?> results) {
    List<RecordedNumber> numbers = new ArrayList<>();
    add(numbers, "", tree(results));
    return numbers;
  }

  /**
   * The same of a {@code result.json} that somebody wrote.
   *
   * @throws epsilonlab.engine.LabException if it is none
   */
  public static List<RecordedNumber> numbers(byte[] json) {
    List<RecordedNumber> numbers = new ArrayList<>();
    try {
      add(numbers, "", BoundedJson.object(Capsule.RESULT, json).get("results"));
    } catch (CapsuleFault fault) {
      throw new LabException("The capsule " + fault.getMessage() + ".", fault);
    }
    return numbers;
  }

  private static void add(List<RecordedNumber> numbers, String path, JsonElement value) {
    if (value instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(
              entry -> {
                if (!TIMES.contains(entry.getKey())) {
                  String name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                  add(numbers, name, entry.getValue());
                }
              });
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        add(numbers, path + "[" + i + "]", array.get(i));
      }
    } else if (value instanceof JsonPrimitive plain) {
      if (plain.isNumber()) {
        numbers.add(new RecordedNumber(path, plain.getAsDouble()));
      } else if (plain.isString() && plain.getAsString().equals(Manifest.INFINITE)) {
        numbers.add(new RecordedNumber(path, Double.POSITIVE_INFINITY));
      } else if (plain.isString() && plain.getAsString().equals(Manifest.MINUS_INFINITE)) {
        numbers.add(new RecordedNumber(path, Double.NEGATIVE_INFINITY));
      }
    }
  }

  /** Which test images the results speak of: their {@code index}, or the first {@code count}. */
  public static List<String> indices(List<RecordedNumber> numbers) {
    List<Integer> named =
        numbers.stream()
            .filter(number -> number.name().matches("index(\\[[0-9]+\\])?"))
            .map(number -> (int) number.value())
            .toList();
    if (!named.isEmpty()) {
      int first = named.get(0);
      int last = named.get(named.size() - 1);
      return List.of(first == last ? "" + first : first + "-" + last);
    }
    return numbers.stream()
        .filter(number -> number.name().equals("count") && number.value() >= 1)
        .map(number -> "0-" + ((int) number.value() - 1))
        .toList();
  }

  /** A map as JSON, as in a result document. */
  static JsonObject tree(Map<String, ?> map) {
    return parse(ResultDocument.line(map));
  }

  /** Reads a text that the lab wrote itself. */
  static JsonObject parse(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  /** Plain Java values of a JSON object: maps, lists, texts, numbers, truth values, null. */
  static Map<String, Object> plain(JsonObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
    return map;
  }

  /** A plain Java value of any JSON. */
  static Object plain(JsonElement value) {
    if (value instanceof JsonObject object) {
      return plain(object);
    }
    if (value instanceof JsonArray array) {
      List<Object> list = new ArrayList<>();
      array.forEach(element -> list.add(plain(element)));
      return list;
    }
    if (!(value instanceof JsonPrimitive primitive)) {
      return null;
    }
    return primitive.isBoolean()
        ? (Object) primitive.getAsBoolean()
        : primitive.isNumber() ? (Object) number(primitive) : primitive.getAsString();
  }

  private static Number number(JsonPrimitive primitive) {
    double value = primitive.getAsDouble();
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
    return whole && !primitive.getAsString().matches(".*[.eE].*")
        ? (Number) primitive.getAsLong()
        : (Number) value;
  }
}
