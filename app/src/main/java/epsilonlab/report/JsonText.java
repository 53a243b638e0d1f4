package epsilonlab.report;

import com.google.gson.JsonPrimitive;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Prints maps, records, lists, arrays, texts and numbers as JSON: keys in the order in which they
 * come, record components in snake_case, lists of plain values on one line, and numbers so that
 * reading them gives the same bits. What JSON cannot say: infinite numbers become {@code "inf"} and
 * {@code "-inf"}, NaN becomes {@code null}, so that a long run does not lose its result to one of
 * them.
 */
final class JsonText {
  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])[A-Z]");

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText json = new JsonText();
    json.print(value, "\n");
    return json.text.append('\n').toString();
  }

  private void print(Object value, String newline) {
    if (value instanceof Optional<?> optional) {
      print(optional.orElse(null), newline);
    } else if (value instanceof Map<?, ?> map) {
      printObject(map, newline);
    } else if (value instanceof Record record) {
      printObject(components(record), newline);
    } else if (isList(value)) {
      printArray(elements(value), newline);
    } else {
      text.append(scalar(value));
    }
  }

  private void printObject(Map<?, ?> map, String newline) {
    if (map.isEmpty()) {
      text.append("{}");
      return;
    }
    String deeper = newline + "  ";
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(separator).append(deeper).append(quoted(entry.getKey().toString())).append(": ");
      print(entry.getValue(), deeper);
      separator = ",";
    }
    text.append(newline).append('}');
  }

  private void printArray(List<?> elements, String newline) {
    boolean flat = elements.stream().noneMatch(JsonText::isNested);
    String deeper = newline + "  ";
    text.append('[');
    for (int i = 0; i < elements.size(); i++) {
      text.append(i == 0 ? "" : flat ? ", " : ",").append(flat ? "" : deeper);
      print(elements.get(i), deeper);
    }
    text.append(flat ? "" : newline).append(']');
  }

  private static boolean isNested(Object value) {
    return value instanceof Map || value instanceof Record || isList(value);
  }

  private static boolean isList(Object value) {
    // a path is an Iterable of its parts, but a text to everybody
    return value instanceof Iterable && !(value instanceof Path)
        || value != null && value.getClass().isArray();
  }

  private static List<?> elements(Object value) {
    List<Object> elements = new ArrayList<>();
    if (value instanceof Iterable<?> iterable) {
      iterable.forEach(elements::add);
    } else {
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(Array.get(value, i));
      }
    }
    return elements;
  }

  private static Map<String, Object> components(Record record) {
    Map<String, Object> components = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        components.put(snakeCase(component.getName()), component.getAccessor().invoke(record));
      } catch (IllegalAccessException | InvocationTargetException never) {
        throw new IllegalStateException(
            "cannot read " + component.getName() + " of " + record.getClass(), never);
      }
    }
    return components;
  }

  private static String snakeCase(String name) {
    // a first capital stays: C is the strength of a regulariser
    return WORD_START
        .matcher(name)
        .replaceAll(capital -> "_" + capital.group().toLowerCase(Locale.ROOT));
  }

  private static String scalar(Object value) {
    if (value == null || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof Number number) {
      double wide = number.doubleValue();
      if (Double.isNaN(wide)) {
        return "null";
      }
      if (Double.isInfinite(wide)) {
        return wide > 0 ? "\"inf\"" : "\"-inf\"";
      }
      return number.toString();
    }
    return quoted(value.toString());
  }

  private static String quoted(String string) {
    return new JsonPrimitive(string).toString();
  }
}
