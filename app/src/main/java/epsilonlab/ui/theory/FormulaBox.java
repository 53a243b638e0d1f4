package epsilonlab.ui.theory;

import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FormulaView;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** The theorem as a formula, the term that matters on a tinted ground. */
final class FormulaBox extends HBox {
  private static final double FORMULA = 25;
  private static final double CONDITION = 16;

  FormulaBox(PageText text, PageKit kit) {
    getStyleClass().add("formula-box");
    HBox pieces = new HBox();
    pieces.getStyleClass().add("formula-pieces");
    pieces.setAlignment(Pos.BASELINE_LEFT);
    for (PageText.Piece piece : text.formula()) {
      FormulaView view = kit.formula(piece.tex(), FORMULA);
      if (piece.matters()) {
        view.getStyleClass().add("formula-matters");
      }
      pieces.getChildren().add(view);
    }
    HBox centred = new HBox(pieces);
    centred.setAlignment(Pos.CENTER_LEFT);
    setAlignment(Pos.CENTER_LEFT);
    pieces.setMaxHeight(USE_PREF_SIZE);
    getChildren().addAll(centred, Parts.spring());
    if (!text.condition().isEmpty()) {
      FormulaView condition = kit.formula(text.condition(), CONDITION);
      condition.mutedProperty().set(true);
      getChildren().add(condition);
    }
  }
}
