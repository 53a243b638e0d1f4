package epsilonlab.report.capsule;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads JSON of strangers: strict, and bounded in size, depth and number of values. */
final class BoundedJson {
  private static final int DIGITS = 40;

  private final String name;
  private final JsonReader reader;
  private int values;

  private BoundedJson(String name, String text) {
    this.name = name;
    this.reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
  }

  /**
   * Reads one object.
   *
   * @param name what the sentences call it
   * @throws CapsuleFault if it is something else, or too large
   */
  static JsonObject object(String name, byte[] bytes) {
    if (bytes.length > CapsuleLimits.JSON) {
      throw new CapsuleFault("has a " + name + " of more than 64 MB");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      BoundedJson json = new BoundedJson(name, text);
      JsonElement root = json.value(0);
      if (root instanceof JsonObject object && json.reader.peek() == JsonToken.END_DOCUMENT) {
        return object;
      }
      throw new CapsuleFault("has a " + name + " that is not one JSON object");
    } catch (CharacterCodingException noText) {
      throw new CapsuleFault("has a " + name + " that is not UTF-8 text", noText);
    } catch (EOFException
        | MalformedJsonException
        | JsonParseException
        | IllegalStateException
        | NumberFormatException noJson) {
      throw new CapsuleFault("has a " + name + " that is not JSON", noJson);
    } catch (IOException impossible) {
      throw new CapsuleFault("has a " + name + " that cannot be read", impossible);
    }
  }

  private JsonElement value(int depth) throws IOException {
    if (depth > CapsuleLimits.DEPTH) {
      throw new CapsuleFault("has a " + name + " that nests too deeply");
    }
    if (++values > CapsuleLimits.VALUES) {
      throw new CapsuleFault("has a " + name + " with too many values");
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> members(depth);
      case BEGIN_ARRAY -> elements(depth);
      case STRING -> new JsonPrimitive(text(reader.nextString()));
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw new MalformedJsonException("a value is missing");
    };
  }

  private JsonObject members(int depth) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String key = text(reader.nextName());
      if (object.has(key)) {
        throw new CapsuleFault(
            "has a " + name + " that says '" + CapsuleFault.shown(key) + "' twice");
      }
      object.add(key, value(depth + 1));
    }
    reader.endObject();
    return object;
  }

  private JsonArray elements(int depth) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(value(depth + 1));
    }
    reader.endArray();
    return array;
  }

  private String text(String text) {
    if (text.length() > CapsuleLimits.TEXT) {
      throw new CapsuleFault("has a " + name + " with a text of more than a million letters");
    }
    return text;
  }

  private JsonPrimitive number(String digits) {
    // long ones cost a BigDecimal much time, and no double has so many
    if (digits.length() > DIGITS || !Double.isFinite(Double.parseDouble(digits))) {
      throw new CapsuleFault(
          "has a "
              + name
              + " with the number "
              + CapsuleFault.shown(digits)
              + ", which is too large or too long");
    }
    return new JsonPrimitive(new BigDecimal(digits));
  }
}
