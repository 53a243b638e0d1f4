package epsilonlab.report.capsule;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import epsilonlab.data.Digests;
import epsilonlab.lesson.fact.FactsJson;
import epsilonlab.lesson.fact.PartName;
import java.util.HexFormat;

/** Writes what a capsule says of itself. */
final class Manifest {
  static final String FORMAT = "epsilon-lab-capsule";
  static final int VERSION = 1;
  static final String INFINITE = "inf";
  static final String MINUS_INFINITE = "-inf";

  private Manifest() {}

  static JsonObject of(Capsule capsule) {
    JsonObject root = new JsonObject();
    root.addProperty("format", FORMAT);
    root.addProperty("version", VERSION);
    root.addProperty("lab", capsule.lab());
    root.addProperty("created_by", capsule.createdBy());
    root.addProperty("title", capsule.title());
    capsule.experiment().ifPresent(experiment -> root.add("experiment", of(experiment)));
    capsule.data().ifPresent(data -> root.add("data", of(data)));
    root.add("indices", texts(capsule.indices()));
    root.add("facts", FactsJson.write(capsule.facts()));
    capsule
        .lesson()
        .ifPresent(
            lesson -> {
              JsonObject state = new JsonObject();
              state.addProperty("id", lesson.id());
              state.addProperty("progress", lesson.progress());
              root.add("lesson", state);
            });
    JsonArray moments = new JsonArray();
    capsule.moments().forEach(moment -> moments.add(of(moment)));
    root.add("moments", moments);
    root.add("environment", ResultJson.tree(capsule.environment()));
    JsonArray numbers = new JsonArray();
    capsule.numbers().forEach(number -> numbers.add(of(number)));
    root.add("numbers", numbers);
    JsonArray shown = new JsonArray();
    capsule.shown().forEach(result -> shown.add(of(result)));
    if (!shown.isEmpty()) {
      root.add("shown", shown);
    }
    JsonArray entries = new JsonArray();
    capsule.files().forEach((name, bytes) -> entries.add(entry(name, bytes)));
    root.add("entries", entries);
    return root;
  }

  private static JsonObject of(Experiment experiment) {
    JsonObject json = new JsonObject();
    json.addProperty("command", experiment.command());
    JsonObject options = new JsonObject();
    experiment.options().forEach((name, values) -> options.add(name, texts(values)));
    json.add("options", options);
    json.add("settings", ResultJson.tree(experiment.settings()));
    json.addProperty("seed", experiment.seed());
    json.addProperty("dataset", experiment.dataset());
    return json;
  }

  private static JsonObject of(ShownResult result) {
    JsonObject json = new JsonObject();
    json.add("experiment", of(result.experiment()));
    json.add("data", of(result.data()));
    JsonArray numbers = new JsonArray();
    result.numbers().forEach(number -> numbers.add(of(number)));
    json.add("numbers", numbers);
    if (!result.compared().isEmpty()) {
      json.add("compared", texts(result.compared()));
    }
    return json;
  }

  private static JsonObject of(DataUsed data) {
    JsonObject json = new JsonObject();
    json.addProperty("id", data.id());
    json.addProperty("name", data.name());
    json.addProperty("source", data.source());
    json.addProperty("sha256", data.sha256());
    return json;
  }

  private static JsonObject of(Moment moment) {
    JsonObject json = new JsonObject();
    json.addProperty("title", moment.title());
    json.addProperty("say", moment.say());
    JsonObject settings = new JsonObject();
    moment.settings().forEach((name, value) -> settings.add(name, FactsJson.write(value)));
    json.add("settings", settings);
    json.add("covered", texts(moment.covered().stream().map(PartName::name).toList()));
    return json;
  }

  private static JsonObject of(RecordedNumber number) {
    JsonObject json = new JsonObject();
    json.addProperty("name", number.name());
    double value = number.value();
    json.add(
        "value",
        Double.isFinite(value)
            ? new JsonPrimitive(plain(value))
            : new JsonPrimitive(value > 0 ? INFINITE : MINUS_INFINITE));
    return json;
  }

  private static Number plain(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
    // the sign of -0.0 is a bit, too
    boolean zero = value == 0 && 1 / value < 0;
    return whole && !zero ? (Number) (long) value : (Number) value;
  }

  private static JsonObject entry(String name, byte[] bytes) {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("bytes", bytes.length);
    json.addProperty("sha256", sha256(bytes));
    return json;
  }

  /** In 64 hexadecimal digits. */
  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Digests.sha256().digest(bytes));
  }

  private static JsonArray texts(Iterable<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
