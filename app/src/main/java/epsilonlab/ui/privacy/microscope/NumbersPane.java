package epsilonlab.ui.privacy.microscope;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.TableMenu;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Advantage, area under the curve, members found at few false accusations; others may be added. */
public final class NumbersPane extends VBox {
  private final String part;
  private final MicroscopeModel model;
  private final List<Row> rows = new ArrayList<>();

  private record Row(String name, ObservableValue<String> value) {}

  /**
   * @param part begins the ids, for example {@code mean}
   */
  public NumbersPane(String part, MicroscopeModel model, LabServices services) {
    this.part = part;
    this.model = model;
    MicroscopeStyle.on(this);
    getStyleClass().add("microscope-numbers");
    TableMenu menu =
        new TableMenu(
            this::table,
            part + "-numbers",
            ExportPorts.files(services.dialogs()),
            ExportPorts.notices(services.messages()));
    getChildren().add(Parts.heading("The attack in numbers", "", menu));
    add(
        "advantage",
        "Advantage, found − accused",
        text(this::advantage, model.confusion()),
        text(
            () -> "Share of members found minus share of non-members accused, at the threshold.",
            model.confusion()));
    add("auc", "Area under the ROC curve", text(this::area, model.scores()), areaSays());
    add(
        "few",
        "Found when 1 % are accused",
        text(this::few, model.scores()),
        text(this::fewSays, model.scores()));
  }

  /**
   * Adds a row.
   *
   * @param id the end of the value's id
   * @param says what the number means, shown over the row
   */
  public void add(
      String id, String name, ObservableValue<String> value, ObservableValue<String> says) {
    Label number = Parts.label("", "value");
    number.setId(part + "-" + id);
    number.textProperty().bind(value);
    HBox row = new HBox(8, new Label(name), Parts.spring(), number);
    row.getStyleClass().add("microscope-row");
    row.setAlignment(Pos.CENTER_LEFT);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(says);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    Tooltip.install(row, tip);
    rows.add(new Row(name, value));
    getChildren().add(row);
  }

  private static StringBinding text(Supplier<String> of, Observable... on) {
    return Bindings.createStringBinding(of::get, on);
  }

  private String advantage() {
    Confusion now = model.confusion().get();
    return now == null ? "–" : Numbers.fixed(now.advantage(), 2);
  }

  private String area() {
    Scores now = model.scores().get();
    return now == null ? "–" : Numbers.fixed(now.auc(), 2);
  }

  private StringBinding areaSays() {
    return text(
        () ->
            "The chance that a member has a higher score than a non-member; 0.5 is guessing."
                + (model.scores().get() == null
                    ? ""
                    : " It lies "
                        + MicroscopeWords.interval(model.scores().get().aucInterval())
                        + "."),
        model.scores());
  }

  private String few() {
    Scores now = model.scores().get();
    return now == null ? "–" : Numbers.percent(now.foundAtOnePercent());
  }

  private String fewSays() {
    Scores now = model.scores().get();
    return "Share of members found by the threshold that accuses at most 1 % of the non-members:"
        + " what an attacker gets who wants to be sure."
        + (now == null ? "" : " It lies " + MicroscopeWords.interval(now.foundInterval()) + ".");
  }

  /** The rows for other programs. */
  public FigureTable table() {
    List<List<Object>> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(List.of(row.name(), row.value().getValue())));
    return new FigureTable(List.of("number", "value"), cells);
  }
}
