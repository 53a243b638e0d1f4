package epsilonlab.report.capsule;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import epsilonlab.engine.LabException;
import epsilonlab.report.Table;
import epsilonlab.report.handin.FormulaPicture;
import epsilonlab.report.handin.Painted;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.report.handin.ReportSection;
import epsilonlab.report.handin.RichText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report in a capsule: {@code report/report.json} and a PNG for each figure, picture and formula.
 * Nothing in it is typeset or drawn again, for it may come from a stranger.
 */
public final class CapsuleReport {
  private static final String FILE = Capsule.REPORT + "report.json";
  private static final int SECTIONS = 1_000;
  private static final int BLOCKS = 10_000;

  /** Pixels of all pictures together, each as often as it is shown. */
  private static final long PIXELS = 400_000_000;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private int pictures;

  private CapsuleReport() {}

  /** The files of a report, by their places in a capsule. */
  public static Map<String, byte[]> files(ReportDocument report) {
    CapsuleReport writing = new CapsuleReport();
    JsonObject root = new JsonObject();
    root.addProperty("title", report.title());
    root.addProperty("byline", report.byline());
    root.addProperty("summary", report.summary());
    JsonArray sections = new JsonArray();
    for (ReportSection section : report.sections()) {
      JsonObject json = new JsonObject();
      json.addProperty("title", section.title());
      JsonArray blocks = new JsonArray();
      section.blocks().forEach(block -> blocks.add(writing.json(block)));
      json.add("blocks", blocks);
      sections.add(json);
    }
    root.add("sections", sections);
    String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root);
    writing.files.put(FILE, text.getBytes(StandardCharsets.UTF_8));
    return writing.files;
  }

  private JsonObject json(ReportBlock block) {
    JsonObject json = new JsonObject();
    if (block instanceof ReportBlock.Paragraph paragraph) {
      json.add("paragraph", json(paragraph.text()));
    } else if (block instanceof ReportBlock.Items items) {
      JsonArray all = new JsonArray();
      items.items().forEach(item -> all.add(json(item)));
      json.add(items.numbered() ? "numbered" : "items", all);
    } else if (block instanceof ReportBlock.Formula formula) {
      return json(FormulaPicture.of(formula.latex()));
    } else if (block instanceof ReportBlock.Rows rows) {
      json.add("table", json(rows.table()));
    } else if (block instanceof ReportBlock.Drawing drawing) {
      json.add("picture", json(Painted.of(drawing)));
    } else if (block instanceof ReportBlock.Picture picture) {
      json.add("picture", json(picture));
    } else if (block instanceof ReportBlock.Prediction prediction) {
      JsonObject inner = new JsonObject();
      inner.addProperty("ask", prediction.ask());
      inner.addProperty("guess", prediction.guess());
      inner.addProperty("truth", prediction.truth());
      inner.addProperty("right", prediction.right());
      inner.addProperty("words", prediction.words());
      json.add("prediction", inner);
    } else if (block instanceof ReportBlock.OwnWords words) {
      JsonObject inner = new JsonObject();
      inner.addProperty("ask", words.ask());
      inner.addProperty("answer", words.answer());
      json.add("words", inner);
    }
    return json;
  }

  private static JsonArray json(RichText text) {
    JsonArray runs = new JsonArray();
    for (RichText.Run run : text.runs()) {
      JsonArray pair = new JsonArray();
      pair.add(run.style().name());
      pair.add(run.text());
      runs.add(pair);
    }
    return runs;
  }

  private static JsonObject json(Table table) {
    JsonObject json = new JsonObject();
    JsonArray columns = new JsonArray();
    table.columns().forEach(columns::add);
    json.add("columns", columns);
    JsonArray rows = new JsonArray();
    for (List<Object> row : table.rows()) {
      JsonArray cells = new JsonArray();
      row.forEach(cell -> cells.add(cell(cell)));
      rows.add(cells);
    }
    json.add("rows", rows);
    return json;
  }

  private static JsonElement cell(Object cell) {
    boolean finite = cell instanceof Number number && Double.isFinite(number.doubleValue());
    return cell == null
        ? JsonNull.INSTANCE
        : finite ? new JsonPrimitive((Number) cell) : new JsonPrimitive(Table.rounded(cell));
  }

  private JsonObject json(ReportBlock.Picture picture) {
    String name = "picture-" + ++pictures + ".png";
    files.put(Capsule.REPORT + name, picture.png());
    JsonObject json = new JsonObject();
    json.addProperty("file", name);
    json.addProperty("width", picture.width());
    json.addProperty("caption", picture.caption());
    json.addProperty("description", picture.description());
    return json;
  }

  /**
   * The report in a capsule, if there is one.
   *
   * @throws LabException if it is damaged, or a picture is none or too large
   */
  public static Optional<ReportDocument> of(Capsule capsule) {
    try {
      return read(capsule);
    } catch (CapsuleFault fault) {
      throw damaged(fault.getMessage(), fault);
    } catch (RuntimeException other) {
      throw damaged("has a report that the lab did not write", other);
    }
  }

  /**
   * The same as whoever opens a capsule gets it.
   *
   * @throws CapsuleFault if it would be refused
   */
  static Optional<ReportDocument> read(Capsule capsule) {
    byte[] text = capsule.files().get(FILE);
    return text == null
        ? Optional.empty()
        : Optional.of(document(BoundedJson.object(FILE, text), capsule));
  }

  private static LabException damaged(String what, RuntimeException cause) {
    return new LabException(
        "The report in the capsule cannot be used, for it " + what + "; ask for a new capsule.",
        cause);
  }

  private static ReportDocument document(JsonObject root, Capsule capsule) {
    List<ReportSection> sections = new ArrayList<>();
    ReportPictures pictures = new ReportPictures(capsule, PIXELS);
    int blocks = 0;
    for (JsonElement element : root.getAsJsonArray("sections")) {
      JsonObject section = element.getAsJsonObject();
      List<ReportBlock> all = new ArrayList<>();
      for (JsonElement block : section.getAsJsonArray("blocks")) {
        if (++blocks > BLOCKS || sections.size() > SECTIONS) {
          throw new CapsuleFault("has a report that is too long");
        }
        all.add(block(block.getAsJsonObject(), pictures));
      }
      sections.add(new ReportSection(section.get("title").getAsString(), all));
    }
    return new ReportDocument(
        root.get("title").getAsString(),
        // reports of older labs have none
        root.has("byline") ? root.get("byline").getAsString() : "",
        root.get("summary").getAsString(),
        sections);
  }

  private static ReportBlock block(JsonObject json, ReportPictures pictures) {
    String kind = json.keySet().iterator().next();
    JsonElement value = json.get(kind);
    return switch (kind) {
      case "paragraph" -> new ReportBlock.Paragraph(text(value));
      case "items", "numbered" ->
          new ReportBlock.Items(
              kind.equals("numbered"),
              value.getAsJsonArray().asList().stream().map(CapsuleReport::text).toList());
      case "table" -> new ReportBlock.Rows(table(value.getAsJsonObject()));
      case "picture" -> picture(value.getAsJsonObject(), pictures);
      case "prediction" -> prediction(value.getAsJsonObject());
      case "words" ->
          new ReportBlock.OwnWords(
              value.getAsJsonObject().get("ask").getAsString(),
              value.getAsJsonObject().get("answer").getAsString());
      default -> throw new CapsuleFault("has a report with a piece that is unknown");
    };
  }

  private static RichText text(JsonElement json) {
    return new RichText(
        json.getAsJsonArray().asList().stream()
            .map(JsonElement::getAsJsonArray)
            .map(
                pair ->
                    new RichText.Run(
                        pair.get(1).getAsString(),
                        RichText.Style.valueOf(pair.get(0).getAsString())))
            .toList());
  }

  private static Table table(JsonObject json) {
    Table table =
        new Table(
            json.getAsJsonArray("columns").asList().stream()
                .map(JsonElement::getAsString)
                .toArray(String[]::new));
    for (JsonElement row : json.getAsJsonArray("rows")) {
      table.add(row.getAsJsonArray().asList().stream().map(ResultJson::plain).toArray());
    }
    return table;
  }

  private static ReportBlock.Picture picture(JsonObject json, ReportPictures pictures) {
    String name = json.get("file").getAsString();
    byte[] png = pictures.png(name);
    double width = json.get("width").getAsDouble();
    if (!(width >= 1 && width <= 10_000)) {
      throw new CapsuleFault("has the picture '" + name + "' of a width that none has");
    }
    return new ReportBlock.Picture(
        png, width, json.get("caption").getAsString(), json.get("description").getAsString());
  }

  private static ReportBlock.Prediction prediction(JsonObject json) {
    return new ReportBlock.Prediction(
        json.get("ask").getAsString(),
        json.get("guess").getAsString(),
        json.get("truth").getAsString(),
        json.get("right").getAsBoolean(),
        json.get("words").getAsString());
  }
}
