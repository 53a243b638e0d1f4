package epsilonlab.model;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes a safetensors file apart and trusts nothing in it: every length and offset is compared with
 * the bytes that are there before anything is allocated from it.
 */
final class SafetensorsReader {
  private static final String SAVE_AGAIN = "save it again with safetensors.torch.save_file";
  private static final String COPY_AGAIN = "copy or download it again";

  private final byte[] bytes;
  private final String file;
  private int dataStart;

  /** Where a tensor lies, in bytes from the start of the data. */
  private record Entry(String name, Dtype dtype, long[] shape, int count, long begin, long end) {}

  SafetensorsReader(byte[] bytes, String file) {
    this.bytes = bytes;
    this.file = file;
  }

  Safetensors read() {
    JsonObject header = header();
    Map<String, String> metadata = Map.of();
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
      if (entry.getKey().equals(Safetensors.METADATA)) {
        metadata = metadata(entry.getValue());
      } else {
        entries.add(entry(entry.getKey(), entry.getValue()));
      }
    }
    if (entries.isEmpty()) {
      throw broken("holds no weights", "choose the right file");
    }
    checkCoverage(entries);
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    for (Entry entry : entries) {
      tensors.put(entry.name(), decode(entry));
    }
    return new Safetensors(Weights.of(tensors), metadata);
  }

  private JsonObject header() {
    if (bytes.length == 0) {
      throw broken("is empty", COPY_AGAIN);
    }
    if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
      throw broken("is a zip archive, as torch.save writes it, not safetensors", SAVE_AGAIN);
    }
    if (bytes.length < 8) {
      throw broken("is not a safetensors file (only " + bytes.length + " bytes)", SAVE_AGAIN);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = buffer.getLong();
    if (length < 2 || length > bytes.length - 8) {
      throw broken(
          "is cut off or no safetensors file: its header should have "
              + Long.toUnsignedString(length)
              + " bytes, "
              + (bytes.length - 8)
              + " are there",
          COPY_AGAIN + ", or " + SAVE_AGAIN);
    }
    dataStart = 8 + (int) length;
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(buffer.limit(dataStart).slice()).toString();
      JsonReader reader = new JsonReader(new StringReader(text));
      reader.setStrictness(Strictness.STRICT);
      JsonElement root = new Gson().getAdapter(JsonElement.class).read(reader);
      if (root instanceof JsonObject object && reader.peek() == JsonToken.END_DOCUMENT) {
        return object;
      }
    } catch (CharacterCodingException noText) {
      throw broken("has a header that is not text", SAVE_AGAIN, noText);
    } catch (IOException | JsonParseException noJson) {
      throw broken("has a header that is not JSON", SAVE_AGAIN, noJson);
    }
    throw broken("has a header that is not one JSON object", SAVE_AGAIN);
  }

  private Map<String, String> metadata(JsonElement element) {
    if (!(element instanceof JsonObject object)) {
      throw broken("has metadata that are not texts", SAVE_AGAIN);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .asMap()
        .forEach(
            (key, value) -> {
              if (!(value instanceof JsonPrimitive primitive) || !primitive.isString()) {
                throw broken("has metadata \"" + key + "\" that is not a text", SAVE_AGAIN);
              }
              texts.put(key, primitive.getAsString());
            });
    return texts;
  }

  private Entry entry(String name, JsonElement element) {
    if (!(element instanceof JsonObject object)
        || !(object.get("dtype") instanceof JsonPrimitive dtypeName)
        || !dtypeName.isString()) {
      throw brokenTensor(name, "is not described by a dtype, a shape and offsets", SAVE_AGAIN);
    }
    Dtype dtype =
        Dtype.of(dtypeName.getAsString())
            .orElseThrow(
                () ->
                    brokenTensor(
                        name,
                        "has dtype " + dtypeName.getAsString() + ", which the lab does not read",
                        "save it as float32"));
    long[] shape = numbers(name, "shape", object.get("shape"));
    long[] offsets = numbers(name, "data_offsets", object.get("data_offsets"));
    if (offsets.length != 2 || offsets[0] > offsets[1]) {
      throw brokenTensor(name, "has data_offsets that are not a beginning and an end", SAVE_AGAIN);
    }
    long there = bytes.length - dataStart;
    if (offsets[1] > there) {
      throw brokenTensor(
          name,
          "should end at byte " + offsets[1] + " of the data, but only " + there + " are there",
          COPY_AGAIN);
    }
    long needed;
    try {
      needed = Math.multiplyExact(HostTensor.count(shape), dtype.size());
    } catch (ArithmeticException overflow) {
      throw brokenTensor(name, "has an impossible shape", SAVE_AGAIN);
    }
    if (needed != offsets[1] - offsets[0]) {
      throw brokenTensor(
          name,
          "needs " + needed + " bytes by its shape, but has " + (offsets[1] - offsets[0]),
          SAVE_AGAIN);
    }
    // fits, because the bytes are there
    int count = (int) (needed / dtype.size());
    return new Entry(name, dtype, shape, count, offsets[0], offsets[1]);
  }

  private long[] numbers(String name, String key, JsonElement element) {
    if (!(element instanceof JsonArray array)) {
      throw brokenTensor(name, "has no " + key, SAVE_AGAIN);
    }
    long[] numbers = new long[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      // digits only: no sign, fraction or exponent, and few enough for a long
      if (!(array.get(i) instanceof JsonPrimitive number)
          || !number.isNumber()
          || !number.getAsString().matches("[0-9]{1,18}")) {
        throw brokenTensor(
            name, "has a " + key + " with " + brief(array.get(i)) + " in it", SAVE_AGAIN);
      }
      numbers[i] = Long.parseLong(number.getAsString());
    }
    return numbers;
  }

  private void checkCoverage(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long end = 0;
    for (Entry entry : sorted) {
      if (entry.begin() != end) {
        throw brokenTensor(
            entry.name(),
            entry.begin() < end ? "overlaps another one" : "leaves a gap before it",
            SAVE_AGAIN);
      }
      end = entry.end();
    }
    if (end != bytes.length - dataStart) {
      throw broken(
          "has " + (bytes.length - dataStart - end) + " bytes that belong to no weights",
          COPY_AGAIN);
    }
  }

  private HostTensor decode(Entry entry) {
    ByteBuffer data =
        ByteBuffer.wrap(
                bytes, dataStart + (int) entry.begin(), entry.count() * entry.dtype().size())
            .order(ByteOrder.LITTLE_ENDIAN);
    float[] values = entry.dtype().decode(data, entry.count());
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw brokenTensor(
            entry.name(),
            "holds a value that is not finite in float32",
            "use weights from a training that did not diverge");
      }
    }
    return new HostTensor(values, entry.shape());
  }

  private static String brief(JsonElement element) {
    String text = element.toString();
    return text.length() <= 30 ? text : text.substring(0, 30) + "...";
  }

  private LabException brokenTensor(String tensor, String what, String remedy) {
    return broken("is not usable, for its tensor \"" + tensor + "\" " + what, remedy);
  }

  private LabException broken(String what, String remedy) {
    return broken(what, remedy, null);
  }

  private LabException broken(String what, String remedy, Throwable cause) {
    return new LabException("The weights file " + file + " " + what + "; " + remedy + ".", cause);
  }
}
