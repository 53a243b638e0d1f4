package epsilonlab.ui.theory.linear;

import epsilonlab.data.DataSet;
import epsilonlab.report.figure.Numbers;
import epsilonlab.theory.linear.BudgetNorm;
import epsilonlab.theory.linear.DigitBudgets;
import epsilonlab.ui.Parts;
import epsilonlab.ui.ProgressPane;
import epsilonlab.ui.theory.page.PageKit;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The same law on a real model: median budget times dual norm is the median score. */
final class DigitBudgetsCard {
  private final DigitBudgetsModel model;
  private final PageKit kit;
  private final Label about = new Label();
  private final Label budget = number("digits-budget");
  private final Label norm = number("digits-norm");
  private final Label score = number("digits-score");
  private final Label below = value("digits-below");
  private final Label above = value("digits-above");
  private final Label random = value("digits-random");
  private final Button measure;

  DigitBudgetsCard(DigitBudgetsModel model, PageKit kit) {
    this.model = model;
    this.kit = kit;
    about.getStyleClass().add("muted");
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    measure =
        Parts.linkButton(
            Feather.PLAY,
            "Measure on real digits",
            "Fits a logistic regression between 3 and 7 and finds, by the formula, the budget ε*"
                + " that flips each test digit.",
            model::measure);
    measure.setId("digits-measure");
  }

  Node node() {
    HBox product =
        new HBox(
            column(budget, "median $ε*$"),
            sign("×"),
            column(norm, "$‖w‖_1$"),
            sign("="),
            column(score, "the score"));
    product.getStyleClass().add("digits-product");
    VBox numbers =
        new VBox(
            product,
            row("Fooled at 0.99 $ε*$", below),
            row("Fooled at 1.01 $ε*$", above),
            row("Random signs, same size", random));
    numbers.getStyleClass().add("digits-numbers");
    Parts.showIf(numbers, model.budgets().isNotNull());
    Parts.showIf(measure, model.budgets().isNull().and(model.job().running().not()));
    model.budgets().addListener((property, before, now) -> show());
    kit.session().data().addListener((property, before, now) -> show());
    show();
    return kit.card("In 784 dimensions", about, numbers, measure, new ProgressPane(model.job()));
  }

  private static Label number(String id) {
    Label label = Parts.label("", "digits-number");
    label.setId(id);
    return label;
  }

  private static Label value(String id) {
    Label label = Parts.label("", "value");
    label.setId(id);
    return label;
  }

  private VBox column(Label number, String name) {
    VBox column = new VBox(number, kit.mutedMaths(name));
    column.setAlignment(Pos.TOP_CENTER);
    return column;
  }

  private static Label sign(String sign) {
    return Parts.label(sign, "digits-sign");
  }

  private HBox row(String name, Label value) {
    HBox row = new HBox(kit.mutedMaths(name), Parts.spring(), value);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("digits-row");
    return row;
  }

  private void show() {
    DigitBudgets found = model.budgets().get();
    DataSet data = kit.session().data().get();
    measure.setDisable(data == null);
    if (found == null) {
      about.setText(
          data == null
              ? "No digits are loaded yet; click the data set in the bar below."
              : "A logistic regression, 3 against 7: does the formula hold for a model of pixels?");
      return;
    }
    about.setText(
        "Logistic regression, %d against %d, %,d digits that are right"
            .formatted(found.negative(), found.positive(), found.right()));
    DigitBudgets.Row row = found.row(BudgetNorm.LINF);
    budget.setText(Numbers.fixed(row.medianBudget(), 3));
    norm.setText(Numbers.fixed(row.dualNorm(), 1));
    score.setText(Numbers.fixed(row.medianScore(), 1));
    below.setText(Numbers.percent(row.fooledBelow()));
    above.setText(Numbers.percent(row.fooledAbove()));
    random.setText(Numbers.percent(row.fooledByRandom()));
  }
}
