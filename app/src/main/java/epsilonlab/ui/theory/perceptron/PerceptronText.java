package epsilonlab.ui.theory.perceptron;

import static epsilonlab.ui.theory.page.PageText.matters;
import static epsilonlab.ui.theory.page.PageText.piece;

import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.PageText.Step;
import java.util.List;

/** What the page of the perceptron says. */
final class PerceptronText {
  static final PageText TEXT =
      new PageText(
          "The perceptron's bound",
          "If some plane through the origin separates the points with margin γ, the perceptron makes"
              + " at most (R/γ)² mistakes, however many points there are and in whatever order.",
          List.of(
              piece(
                  "k\\gamma\\;\\le\\;\\mathbf{w}_k\\cdot\\mathbf{w}^*\\;\\le\\;\\|\\mathbf{w}_k\\|"
                      + "\\;\\le\\;\\sqrt{k}\\,R\\quad\\Longrightarrow"),
              matters("k\\le(R/\\gamma)^2")),
          "\\|\\mathbf{x}_i\\|\\le R",
          List.of(
              new Step(
                  "The perceptron starts from $w$ = 0 and changes $w$ only at a mistake. What is a"
                      + " mistake, and what does it add?",
                  "y_i\\,\\mathbf{w}_k\\cdot\\mathbf{x}_i\\le 0\\quad\\Longrightarrow\\quad "
                      + "\\mathbf{w}_{k+1}=\\mathbf{w}_k+y_i\\,\\mathbf{x}_i",
                  "A right point is left alone; a wrong one pulls $w$ towards its own side."),
              new Step(
                  "Let $w*$ of length 1 be the best plane. How much closer does each mistake bring"
                      + " $w$ to it?",
                  "\\mathbf{w}_{k+1}\\cdot\\mathbf{w}^*=\\mathbf{w}_k\\cdot\\mathbf{w}^*+"
                      + "y_i\\,\\mathbf{x}_i\\cdot\\mathbf{w}^*\\ge\\mathbf{w}_k\\cdot\\mathbf{w}^*+"
                      + "\\gamma\\quad\\Longrightarrow\\quad\\mathbf{w}_k\\cdot\\mathbf{w}^*\\ge k\\gamma",
                  "Every point is at least $γ$ from the best plane, on its right side. That is the"
                      + " green pair of curves."),
              new Step(
                  "$w$ might grow without turning towards $w*$. How long can it become? Write out"
                      + " the square of its length.",
                  "\\|\\mathbf{w}_{k+1}\\|^2=\\|\\mathbf{w}_k\\|^2+2\\,"
                      + "\\underbrace{y_i\\,\\mathbf{w}_k\\cdot\\mathbf{x}_i}_{\\le 0}+"
                      + "\\|\\mathbf{x}_i\\|^2\\le\\|\\mathbf{w}_k\\|^2+R^2",
                  "It was a mistake, so the middle term is not above 0: here the proof uses it."),
              new Step(
                  "Add up over $k$ mistakes.",
                  "\\|\\mathbf{w}_k\\|^2\\le kR^2\\quad\\Longrightarrow\\quad "
                      + "\\|\\mathbf{w}_k\\|\\le\\sqrt{k}\\,R",
                  "That is the orange pair of curves."),
              new Step(
                  "One curve grows like $k$, the other like $√k$. Which inequality lies between"
                      + " them, and when would they cross?",
                  "k\\gamma\\le\\mathbf{w}_k\\cdot\\mathbf{w}^*\\le\\|\\mathbf{w}_k\\|\\le\\sqrt{k}\\,R"
                      + "\\quad\\Longrightarrow\\quad\\sqrt{k}\\le\\frac{R}{\\gamma}",
                  "A scalar product with a vector of length 1 is at most the length. The run must"
                      + " end before the curves cross.")));

  private PerceptronText() {}

  /** What is seen now; {@code run} may be null. */
  static String words(PerceptronRun run) {
    if (run == null) {
      return "Place some points: a click for +1, the second button for −1.";
    }
    if (!run.isSeparable()) {
      return "**No plane** "
          + (run.biased() ? "" : "through the origin ")
          + "separates these points, so the perceptron never stops; here it was ended after "
          + run.mistakes()
          + " mistakes."
          + (run.biased() ? "" : " Perhaps one with a **bias** does.");
    }
    double share = run.mistakes() / run.bound().mostMistakes();
    return "**"
        + mistakes(run.mistakes())
        + "**, "
        + Numbers.percent(share)
        + " of what the bound allows. Drag a point towards the dashed line: $γ$ falls, and the"
        + " bound **explodes**.";
  }

  static String mistakes(int count) {
    return count + (count == 1 ? " mistake" : " mistakes");
  }

  /** A bound, to be read next to a count. */
  static String bound(double most) {
    return Double.isInfinite(most) ? "∞" : most >= 1e5 ? "> 99,999" : Numbers.fixed(most, 1);
  }
}
