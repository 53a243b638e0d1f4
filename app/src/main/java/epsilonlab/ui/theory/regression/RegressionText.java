package epsilonlab.ui.theory.regression;

import static epsilonlab.ui.theory.page.PageText.matters;
import static epsilonlab.ui.theory.page.PageText.piece;

import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.PageText.Step;
import java.util.List;

/** What the page of robust regression says. */
final class RegressionText {
  private static final String RESIDUAL = "\\mathbf{y}-X\\boldsymbol{\\beta}";
  private static final String CHANGED = "\\mathbf{y}-(X+Z)\\boldsymbol{\\beta}";

  static final PageText TEXT =
      new PageText(
          "Robust regression is square-root Lasso",
          "Least squares against an adversary who may change every column of the data by a vector"
              + " of length λ is the square-root Lasso: robustness makes coefficients exactly zero.",
          List.of(
              piece(
                  "\\max_{\\|\\mathbf{z}_j\\|_2\\le\\lambda}\\|"
                      + CHANGED
                      + "\\|_2\\;=\\;\\|"
                      + RESIDUAL
                      + "\\|_2\\;+"),
              matters("\\lambda\\,\\|\\boldsymbol{\\beta}\\|_1")),
          "Z=(\\mathbf{z}_1,\\dots,\\mathbf{z}_p)",
          List.of(
              new Step(
                  "The adversary chooses $Z$ after $β$ is fixed. Split the residual into what is"
                      + " there without $Z$ and what $Z$ adds.",
                  CHANGED
                      + "=\\underbrace{"
                      + RESIDUAL
                      + "}_{\\mathbf{r}}-\\sum_j\\beta_j\\,\\mathbf{z}_j",
                  "The product $Zβ$ is a sum of its columns, each times its coefficient."),
              new Step(
                  "How long can the new residual become? Bound the length of a sum.",
                  "\\Big\\|\\mathbf{r}-\\sum_j\\beta_j\\mathbf{z}_j\\Big\\|_2\\le"
                      + "\\|\\mathbf{r}\\|_2+\\sum_j|\\beta_j|\\,\\|\\mathbf{z}_j\\|_2\\le"
                      + "\\|\\mathbf{r}\\|_2+\\lambda\\sum_j|\\beta_j|",
                  "The triangle inequality, then the budget of each column. The last sum is"
                      + " $‖β‖_1$."),
              new Step(
                  "A triangle inequality is an equality when all vectors point the same way. Into"
                      + " which direction must every column $z_j$ go?",
                  "\\mathbf{z}_j^*=-\\lambda\\,\\mathrm{sign}(\\beta_j)\\,\\mathbf{u},\\qquad "
                      + "\\mathbf{u}=\\frac{\\mathbf{r}}{\\|\\mathbf{r}\\|_2}",
                  "Each $−β_jz_j$ then is $λ|β_j|u$, along the residual. If $r$ = 0, any unit"
                      + " vector $u$ will do."),
              new Step(
                  "Put this $Z$ in and see that the bound is reached.",
                  "\\mathbf{r}+\\lambda\\sum_j|\\beta_j|\\,\\mathbf{u}="
                      + "\\big(\\|\\mathbf{r}\\|_2+\\lambda\\|\\boldsymbol{\\beta}\\|_1\\big)"
                      + "\\,\\mathbf{u}",
                  "So the maximum over $Z$ is the objective of the square-root Lasso, for every"
                      + " $β$; and then the minimum over $β$ is the same, too."),
              new Step(
                  "When is a coefficient exactly 0? Compare what the residual gains by moving"
                      + " $β_j$ a little with what it costs.",
                  "\\beta_j=0\\quad\\text{if}\\quad"
                      + "\\frac{|\\mathbf{x}_j\\cdot\\mathbf{r}|}{\\|\\mathbf{r}\\|_2}<\\lambda",
                  "A feature that explains less of the residual's direction than the adversary may"
                      + " change is not worth using.")));

  private RegressionText() {}

  /** What is seen now; {@code state} may be null. */
  static String words(RegressionState state) {
    if (state == null) {
      return "";
    }
    int all = state.beta().length;
    String budget = "With a budget of $λ$ = " + Numbers.fixed(state.lambda(), 2) + " a column ";
    if (state.used() == 0) {
      return budget + "**no feature is worth using**: what it explains, the adversary can undo.";
    }
    if (state.used() == all) {
      return budget
          + "all "
          + all
          + " coefficients are used, also the three that mean nothing. **Raise** $λ$.";
    }
    return budget
        + "**"
        + state.used()
        + " of "
        + all
        + "** coefficients are used; the others are exactly 0, not just small.";
  }
}
