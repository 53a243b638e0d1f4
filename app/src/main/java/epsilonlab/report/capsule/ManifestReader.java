package epsilonlab.report.capsule;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.FactsJson;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes a manifest apart and trusts nothing in it. */
final class ManifestReader {
  private static final String SHA256 = "[0-9a-f]{64}";
  private static final Set<String> KEYS =
      Set.of(
          "format",
          "version",
          "lab",
          "created_by",
          "title",
          "experiment",
          "data",
          "indices",
          "facts",
          "lesson",
          "moments",
          "environment",
          "numbers",
          "shown",
          "entries");

  private final JsonObject root;
  private final Map<String, byte[]> files;
  private int numbersOfShown;

  private ManifestReader(JsonObject root, Map<String, byte[]> files) {
    this.root = root;
    this.files = files;
  }

  /**
   * The capsule of a manifest and the other files.
   *
   * @throws CapsuleFault if the manifest is none, or the files are not those that it lists
   */
  static Capsule read(JsonObject root, Map<String, byte[]> files) {
    ManifestReader reader = new ManifestReader(root, files);
    try {
      return reader.capsule();
    } catch (CapsuleFault known) {
      throw known;
    } catch (RuntimeException damaged) {
      // missing keys and values of other kinds: all the same to the user
      throw new CapsuleFault("has a manifest that the lab did not write", damaged);
    }
  }

  private Capsule capsule() {
    if (!"epsilon-lab-capsule"
        .equals(optional("format").map(JsonElement::getAsString).orElse(""))) {
      throw new CapsuleFault("has a manifest of another program");
    }
    if (whole(root, "version", 1_000_000) != Manifest.VERSION) {
      throw new CapsuleFault(
          "has version "
              + whole(root, "version", 1_000_000)
              + ", but this lab reads version "
              + Manifest.VERSION);
    }
    for (String key : root.keySet()) {
      if (!KEYS.contains(key)) {
        throw new CapsuleFault("has a manifest with the unknown '" + CapsuleFault.shown(key) + "'");
      }
    }
    checkEntries();
    return new Capsule(
        words(root, "lab"),
        words(root, "created_by"),
        words(root, "title"),
        optional("experiment").map(JsonElement::getAsJsonObject).map(this::experiment),
        optional("data").map(JsonElement::getAsJsonObject).map(ManifestReader::data),
        all("indices", 1_000, ManifestReader::index),
        facts(root.getAsJsonObject("facts")),
        optional("lesson").map(JsonElement::getAsJsonObject).map(ManifestReader::lesson),
        all("moments", CapsuleLimits.MOMENTS, ManifestReader::moment),
        all("numbers", CapsuleLimits.NUMBERS, ManifestReader::number),
        // capsules of commands have none
        root.has("shown") ? all("shown", CapsuleLimits.SHOWN, this::shown) : List.of(),
        environment(),
        files);
  }

  private Optional<JsonElement> optional(String key) {
    return Optional.ofNullable(root.get(key));
  }

  private <T> List<T> all(String key, int most, Function<JsonElement, T> one) {
    return all(root, key, most, one);
  }

  private static <T> List<T> all(
      JsonObject object, String key, int most, Function<JsonElement, T> one) {
    JsonArray array = object.getAsJsonArray(key);
    if (array.size() > most) {
      throw new CapsuleFault("has " + array.size() + " " + key + ", more than " + most);
    }
    List<T> list = new ArrayList<>();
    array.forEach(element -> list.add(one.apply(element)));
    return list;
  }

  /** A text of a few lines at most. */
  private static String words(JsonObject object, String key) {
    return words(key, object.get(key));
  }

  private static String words(String what, JsonElement element) {
    JsonPrimitive text = element.getAsJsonPrimitive();
    if (!text.isString() || text.getAsString().length() > CapsuleLimits.WORDS) {
      throw new CapsuleFault("has a " + what + " that is no text, or too long");
    }
    return text.getAsString();
  }

  private static String oneLine(String what, JsonElement element) {
    String text = words(what, element);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new CapsuleFault("has a " + what + " with control characters");
    }
    return text;
  }

  private static long whole(JsonObject object, String key, long most) {
    JsonPrimitive number = object.getAsJsonPrimitive(key);
    // digits only: no sign, fraction or exponent
    if (!number.isNumber() || !number.getAsString().matches("[0-9]{1,15}")) {
      throw new CapsuleFault(
          "has the "
              + key
              + " "
              + CapsuleFault.shown(number.getAsString())
              + ", which is no count");
    }
    long value = Long.parseLong(number.getAsString());
    if (value > most) {
      throw new CapsuleFault("has the " + key + " " + value + ", which is too large");
    }
    return value;
  }

  private void checkEntries() {
    Set<String> listed = new HashSet<>();
    for (JsonElement element : all("entries", CapsuleLimits.ENTRIES, each -> each)) {
      JsonObject entry = element.getAsJsonObject();
      String name = words(entry, "name");
      long bytes = whole(entry, "bytes", CapsuleLimits.ENTRY);
      byte[] file = files.get(name);
      if (file == null) {
        throw new CapsuleFault("lacks its entry '" + CapsuleFault.shown(name) + "'");
      }
      if (file.length != bytes || !Manifest.sha256(file).equals(words(entry, "sha256"))) {
        throw new CapsuleFault("has the entry '" + name + "' changed since it was made");
      }
      if (!listed.add(name)) {
        throw new CapsuleFault("lists the entry '" + name + "' twice");
      }
    }
    for (String name : files.keySet()) {
      if (!listed.contains(name)) {
        throw new CapsuleFault("has the entry '" + name + "' that its manifest does not list");
      }
    }
  }

  private Experiment experiment(JsonObject json) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    JsonObject given = json.getAsJsonObject("options");
    if (given.size() > CapsuleLimits.OPTIONS) {
      throw new CapsuleFault("has an experiment with more than 100 options");
    }
    for (String name : given.keySet()) {
      if (!name.matches("[a-z][a-z0-9-]{0,40}")) {
        throw new CapsuleFault("has an option '" + CapsuleFault.shown(name) + "' that is none");
      }
      options.put(
          name,
          all(given, name, CapsuleLimits.OPTIONS, value -> oneLine("value of an option", value)));
    }
    String seed = json.getAsJsonPrimitive("seed").getAsString();
    if (!seed.matches("-?[0-9]{1,19}")) {
      throw new CapsuleFault("has a seed that is no whole number");
    }
    return new Experiment(
        words(json, "command"),
        options,
        ResultJson.plain(json.getAsJsonObject("settings")),
        Long.parseLong(seed),
        words(json, "dataset"));
  }

  private ShownResult shown(JsonElement element) {
    JsonObject json = element.getAsJsonObject();
    numbersOfShown += json.getAsJsonArray("numbers").size();
    if (numbersOfShown > CapsuleLimits.NUMBERS) {
      throw new CapsuleFault("has more than 500,000 numbers in what was shown");
    }
    return new ShownResult(
        experiment(json.getAsJsonObject("experiment")),
        data(json.getAsJsonObject("data")),
        all(json, "numbers", CapsuleLimits.NUMBERS, ManifestReader::number),
        // everything was shown where it says nothing
        json.has("compared")
            ? all(json, "compared", CapsuleLimits.OPTIONS, key -> oneLine("key to compare", key))
            : List.of());
  }

  private static DataUsed data(JsonObject json) {
    String digest = words(json, "sha256");
    if (!digest.matches(SHA256)) {
      throw new CapsuleFault("has a SHA-256 of its data that is none");
    }
    return new DataUsed(words(json, "id"), words(json, "name"), words(json, "source"), digest);
  }

  private static String index(JsonElement element) {
    String text = element.getAsString();
    if (!text.matches("[0-9]{1,8}(-[0-9]{1,8})?")) {
      throw new CapsuleFault("has the indices " + CapsuleFault.shown(text) + ", which are none");
    }
    return text;
  }

  private static Facts facts(JsonObject json) {
    try {
      return FactsJson.read(json);
    } catch (RuntimeException wrong) {
      throw new CapsuleFault("has facts with values that they cannot have", wrong);
    }
  }

  private static LessonState lesson(JsonObject json) {
    String id = words(json, "id");
    if (!id.matches("[a-z0-9][a-z0-9-]{0,60}")) {
      throw new CapsuleFault("has a lesson with an id that is none");
    }
    return new LessonState(id, json.getAsJsonPrimitive("progress").getAsString());
  }

  private static Moment moment(JsonElement element) {
    JsonObject json = element.getAsJsonObject();
    Map<String, Object> settings = new LinkedHashMap<>();
    json.getAsJsonObject("settings")
        .asMap()
        .forEach((name, value) -> settings.put(name, setting(name, value)));
    return new Moment(
        words(json, "title"),
        words(json, "say"),
        settings,
        all(json, "covered", PartNames.ALL.size(), ManifestReader::part));
  }

  private static Object setting(String name, JsonElement json) {
    FactName fact =
        FactNames.find(name)
            .filter(FactName::settable)
            .orElseThrow(
                () ->
                    new CapsuleFault(
                        "has a moment that sets '"
                            + CapsuleFault.shown(name)
                            + "', which cannot be set"));
    Object value = FactsJson.value(json);
    Optional<String> instead = fact.refuses(value);
    if (instead.isPresent()) {
      throw new CapsuleFault(
          "has a moment that sets " + name + ", which is " + instead.get() + ", to something else");
    }
    return value;
  }

  private static PartName part(JsonElement element) {
    String name = words("part", element);
    return PartNames.find(name)
        .orElseThrow(
            () ->
                new CapsuleFault(
                    "has a moment that covers '"
                        + CapsuleFault.shown(name)
                        + "', which is no part of the window"));
  }

  private static RecordedNumber number(JsonElement element) {
    JsonObject json = element.getAsJsonObject();
    String name = oneLine("name of a number", json.get("name"));
    JsonPrimitive value = json.getAsJsonPrimitive("value");
    if (value.isNumber()) {
      return new RecordedNumber(name, value.getAsDouble());
    }
    return switch (value.getAsString()) {
      case Manifest.INFINITE -> new RecordedNumber(name, Double.POSITIVE_INFINITY);
      case Manifest.MINUS_INFINITE -> new RecordedNumber(name, Double.NEGATIVE_INFINITY);
      default ->
          throw new CapsuleFault(
              "has the number '"
                  + CapsuleFault.shown(name)
                  + "' that is '"
                  + CapsuleFault.shown(value.getAsString())
                  + "'");
    };
  }

  private Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>();
    root.getAsJsonObject("environment")
        .asMap()
        .forEach(
            (name, value) ->
                all.put(
                    oneLine("environment", new JsonPrimitive(name)),
                    oneLine("environment", value)));
    return all;
  }
}
