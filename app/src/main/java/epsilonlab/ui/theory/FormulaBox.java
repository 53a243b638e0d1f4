package epsilonlab.ui.theory;

import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FormulaView;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/**
 * The theorem as a formula, the term that matters on a tinted ground; a long one is set smaller.
 */
final class FormulaBox extends HBox {
  private static final double FORMULA = 25;
  private static final double CONDITION = 16;
  private static final double APART = 12;
  private static final double NEAR_ENOUGH = 0.1;

  private final List<FormulaView> pieces = new ArrayList<>();
  private final HBox row = new HBox();

  FormulaBox(PageText text, PageKit kit) {
    getStyleClass().add("formula-box");
    row.getStyleClass().add("formula-pieces");
    row.setAlignment(Pos.BASELINE_LEFT);
    for (PageText.Piece piece : text.formula()) {
      FormulaView view = kit.formula(piece.tex(), FORMULA);
      if (piece.matters()) {
        view.getStyleClass().add("formula-matters");
      }
      pieces.add(view);
    }
    row.getChildren().addAll(pieces);
    row.setMinWidth(0);
    row.setMaxHeight(USE_PREF_SIZE);
    setMinWidth(0);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, Parts.spring());
    if (!text.condition().isEmpty()) {
      FormulaView condition = kit.formula(text.condition(), CONDITION);
      condition.mutedProperty().set(true);
      getChildren().add(condition);
      condition.imageProperty().addListener(any -> fit());
    }
    pieces.forEach(piece -> piece.imageProperty().addListener(any -> fit()));
    widthProperty().addListener(any -> fit());
  }

  private void fit() {
    if (getWidth() <= 0 || pieces.stream().anyMatch(piece -> piece.imageProperty().get() == null)) {
      return;
    }
    double others = getInsets().getLeft() + getInsets().getRight();
    for (int i = 1; i < getChildren().size(); i++) {
      others += getChildren().get(i).prefWidth(-1);
    }
    double formula = 0;
    for (FormulaView piece : pieces) {
      formula += piece.widthAt(FORMULA);
      others += piece.getInsets().getLeft() + piece.getInsets().getRight() + row.getSpacing();
    }
    double wanted = Math.min(FORMULA, FORMULA * (getWidth() - others - APART) / formula);
    if (Math.abs(wanted - pieces.get(0).sizeProperty().get()) > NEAR_ENOUGH) {
      pieces.forEach(piece -> piece.sizeProperty().set(wanted));
    }
  }
}
