package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.ConfidenceInterval;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.TableMenu;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All attacks with their numbers; the chosen one lies under the microscope. */
final class AttackTablePane extends VBox {
  private static final double ROW = 42;

  private final Attacks attacks;
  private final ListView<AttackScores> list = new ListView<>();
  private boolean filling;

  AttackTablePane(LabServices services, Attacks attacks) {
    this.attacks = attacks;
    TableMenu menu =
        new TableMenu(
            () -> attacks.findings().get().table(),
            "attacks",
            ExportPorts.files(services.dialogs()),
            ExportPorts.notices(services.messages()));
    menu.disableProperty().bind(attacks.findings().isNull());
    list.setId("attacks-table");
    list.setAccessibleText("Attacks and their numbers");
    list.getStyleClass().addAll("attack-table");
    list.setFixedCellSize(ROW);
    list.setMinHeight(ROW);
    list.setCellFactory(any -> new Cell());
    list.setPlaceholder(Parts.label("No attack has come to an end yet.", "remark"));
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null && !filling) {
                attacks.selected().set(now);
              }
            });
    attacks.selected().addListener((property, before, now) -> list.getSelectionModel().select(now));
    attacks.findings().addListener((property, before, now) -> fill(now));
    HBox head =
        line(
            Parts.label("attack", "remark"),
            column("accuracy", "Balanced accuracy with the best threshold on these very scores."),
            column("AUC", "Area under the ROC curve; 0.5 is guessing."),
            column("at 1 %", "Share of members found while at most 1 % of the others are accused."),
            column(
                "at 0.1 %",
                "Share of members found while at most 0.1 % of the others are accused; with fewer"
                    + " than 1,000 others that means nobody."));
    getChildren()
        .addAll(Parts.heading("The attacks in numbers", "95 % intervals", menu), head, list);
    fill(attacks.findings().get());
  }

  private void fill(AttackFindings now) {
    // a list that is filled anew chooses something of its own
    filling = true;
    list.getItems().setAll(now == null ? List.of() : now.attacks());
    list.getSelectionModel().select(attacks.selected().get());
    filling = false;
  }

  private static Label column(String text, String says) {
    Label label = Parts.label(text, "remark");
    label.setTooltip(new Tooltip(says));
    return label;
  }

  private static HBox line(Node first, Region... numbers) {
    HBox line = new HBox(4, first, Parts.spring());
    for (Region number : numbers) {
      number.getStyleClass().add("attack-number");
      line.getChildren().add(number);
    }
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("attack-line");
    return line;
  }

  private static VBox number(String value, ConfidenceInterval interval, boolean percent) {
    VBox box = new VBox(Parts.label(value, "value"));
    box.setAlignment(Pos.CENTER_RIGHT);
    if (interval != null) {
      String between =
          percent
              ? Math.round(100 * interval.low()) + "–" + Math.round(100 * interval.high()) + " %"
              : short2(interval.low()) + "–" + short2(interval.high());
      box.getChildren().add(Parts.label(between, "attack-interval"));
    }
    return box;
  }

  /** ".61": the column has little room. */
  private static String short2(double share) {
    String text = Numbers.fixed(share, 2);
    return text.startsWith("0") ? text.substring(1) : text;
  }

  private static final class Cell extends ListCell<AttackScores> {
    Cell() {
      // as wide as the list, which then needs no bar to scroll sideways
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(AttackScores item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      Label name = new Label(item.title());
      name.setWrapText(true);
      name.setMaxWidth(110);
      setGraphic(
          line(
              name,
              number(Numbers.percent(AttackFindings.balancedAccuracy(item)), null, true),
              number(Numbers.fixed(item.scores().auc(), 2), item.scores().aucInterval(), false),
              number(
                  Numbers.percent(AttackFindings.found(item, true)),
                  AttackFindings.interval(item, true),
                  true),
              number(
                  Numbers.percent(AttackFindings.found(item, false)),
                  AttackFindings.interval(item, false),
                  true)));
      setAccessibleText(item.title());
    }
  }
}
