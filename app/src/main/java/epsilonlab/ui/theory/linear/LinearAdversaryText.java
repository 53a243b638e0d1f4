package epsilonlab.ui.theory.linear;

import static epsilonlab.ui.theory.page.PageText.matters;
import static epsilonlab.ui.theory.page.PageText.piece;

import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.PageText.Step;
import java.util.List;

/** What the page of the linear adversary says. */
final class LinearAdversaryText {
  static final PageText TEXT =
      new PageText(
          "The linear adversary",
          "Against a linear classifier, the worst small change is known exactly. Its damage grows"
              + " with the dual norm of the weights.",
          List.of(
              piece(
                  "\\min_{\\|\\boldsymbol{\\delta}\\|_p\\le\\varepsilon}\\; "
                      + "y\\,(\\mathbf{w}\\cdot(\\mathbf{x}+\\boldsymbol{\\delta})+b)\\;=\\;"
                      + "y\\,(\\mathbf{w}\\cdot\\mathbf{x}+b)\\;-"),
              matters("\\varepsilon\\,\\|\\mathbf{w}\\|_q")),
          "1/p + 1/q = 1",
          List.of(
              new Step(
                  "The loss $L$ falls with the margin $m$ = $y(w·x + b)$. What does the adversary"
                      + " have to do to $m$ for the loss to be as large as can be?",
                  "\\max_{\\|\\boldsymbol{\\delta}\\|_p\\le\\varepsilon} "
                      + "L\\big(y(\\mathbf{w}\\cdot(\\mathbf{x}+\\boldsymbol{\\delta})+b)\\big) = "
                      + "L\\Big(\\min_{\\|\\boldsymbol{\\delta}\\|_p\\le\\varepsilon} "
                      + "y(\\mathbf{w}\\cdot(\\mathbf{x}+\\boldsymbol{\\delta})+b)\\Big)",
                  "A falling $L$ is largest where its argument is smallest; which $L$ it is does"
                      + " not matter any more."),
              new Step(
                  "Split the margin into what $δ$ cannot touch and what it can.",
                  "y(\\mathbf{w}\\cdot(\\mathbf{x}+\\boldsymbol{\\delta})+b) = "
                      + "y(\\mathbf{w}\\cdot\\mathbf{x}+b) + y\\,\\mathbf{w}\\cdot\\boldsymbol{\\delta}",
                  "The model is linear, so the change adds a term of its own, whatever $x$ is."),
              new Step(
                  "How small can $w·δ$ become when $δ$ has at most the length $ε$? Which inequality"
                      + " bounds a scalar product by two lengths?",
                  "y\\,\\mathbf{w}\\cdot\\boldsymbol{\\delta} \\;\\ge\\; "
                      + "-\\|\\mathbf{w}\\|_q\\,\\|\\boldsymbol{\\delta}\\|_p \\;\\ge\\; "
                      + "-\\varepsilon\\,\\|\\mathbf{w}\\|_q",
                  "This is Hölder's inequality with 1/$p$ + 1/$q$ = 1; for $p$ = 2 it is that of"
                      + " Cauchy and Schwarz."),
              new Step(
                  "A bound is the minimum only if some $δ$ reaches it. Try $p$ = 2: which direction"
                      + " has the smallest scalar product with $yw$?",
                  "\\boldsymbol{\\delta}^* = -\\varepsilon\\,y\\,"
                      + "\\frac{\\mathbf{w}}{\\|\\mathbf{w}\\|_2}: \\quad "
                      + "y\\,\\mathbf{w}\\cdot\\boldsymbol{\\delta}^* = "
                      + "-\\varepsilon\\,\\frac{\\mathbf{w}\\cdot\\mathbf{w}}{\\|\\mathbf{w}\\|_2} = "
                      + "-\\varepsilon\\,\\|\\mathbf{w}\\|_2",
                  "Straight against the weights, with the whole budget."),
              new Step(
                  "Now $p$ = ∞: every coordinate may change by $ε$, each on its own. Which way"
                      + " should coordinate $i$ go?",
                  "\\delta_i^* = -\\varepsilon\\,y\\,\\mathrm{sign}(w_i): \\quad "
                      + "y\\,\\mathbf{w}\\cdot\\boldsymbol{\\delta}^* = "
                      + "-\\varepsilon\\sum_i |w_i| = -\\varepsilon\\,\\|\\mathbf{w}\\|_1",
                  "Each term of the sum is made as small as it can be. The sign of the gradient of"
                      + " the loss is $−y$ sign($w$), so this is FGSM: for a linear model one step"
                      + " is all there is."),
              new Step(
                  "When does the answer flip? Set the smallest margin to 0.",
                  "y(\\mathbf{w}\\cdot\\mathbf{x}+b) - \\varepsilon^*\\,\\|\\mathbf{w}\\|_q = 0 "
                      + "\\quad\\Longrightarrow\\quad \\varepsilon^* = "
                      + "\\frac{|\\mathbf{w}\\cdot\\mathbf{x}+b|}{\\|\\mathbf{w}\\|_q}",
                  "It is the distance from $x$ to the boundary, measured in the norm $p$.")));

  private LinearAdversaryText() {}

  /** The loss before and after, in both norms. */
  static String losses(LinearState state) {
    return Numbers.fixed(state.loss().at(state.linf().before()), 2)
        + " → "
        + Numbers.fixed(state.linf().worstLoss(), 2)
        + " $ℓ_∞$,  "
        + Numbers.fixed(state.l2().worstLoss(), 2)
        + " $ℓ_2$";
  }

  /** What is seen now. */
  static String words(LinearState state) {
    boolean square = state.linf().isFlipped();
    boolean circle = state.l2().isFlipped();
    String seen;
    if (square && circle) {
      seen = "Both budgets are **large enough**: each ball reaches over the line.";
    } else if (square) {
      seen =
          "The square's corner is **over the line**, the circle is not: the $ℓ_∞$ adversary moves"
              + " every coordinate by all of $ε$.";
    } else if (state.linf().dualNorm() == 0) {
      seen = "The model looks at nothing, so nothing can change its answer.";
    } else {
      seen =
          "Neither ball reaches the line: the answer is **safe** up to $ε$ = "
              + Numbers.fixed(state.linf().smallest(), 2)
              + ".";
    }
    return seen;
  }
}
