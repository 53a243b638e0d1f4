package epsilonlab.ui.theory.svm;

import static epsilonlab.ui.theory.page.PageText.matters;
import static epsilonlab.ui.theory.page.PageText.piece;

import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.PageText.Step;
import java.util.List;

/** What the page of the hinge loss and the support vector machine says. */
final class SvmText {
  static final PageText TEXT =
      new PageText(
          "Hinge loss, margin and SVM",
          "Training a linear classifier with the hinge loss against the worst change of length ε"
              + " finds the plane of a soft-margin support vector machine, for a λ that ε and the"
              + " data determine together.",
          List.of(
              piece("\\min_{\\mathbf{w},b}\\;\\sum_i\\big[1-m_i+"),
              matters("\\varepsilon\\|\\mathbf{w}\\|_2"),
              piece(
                  "\\big]_+\\;\\;\\Longleftrightarrow\\;\\;\\min_{\\mathbf{w},b}\\;"
                      + "\\tfrac{\\lambda}{2}\\|\\mathbf{w}\\|_2^2+\\sum_i[1-m_i]_+")),
          "",
          List.of(
              new Step(
                  "What does the adversary of length $ε$ make of a margin $m$? The page before has"
                      + " the answer; put it into the hinge loss.",
                  "\\max_{\\|\\boldsymbol{\\delta}\\|_2\\le\\varepsilon}"
                      + "\\big[1-y(\\mathbf{w}\\cdot(\\mathbf{x}+\\boldsymbol{\\delta})+b)\\big]_+"
                      + "=\\big[1-m+\\varepsilon\\|\\mathbf{w}\\|_2\\big]_+",
                  "The hinge loss falls with the margin, and the smallest margin is $m − ε‖w‖$."),
              new Step(
                  "The bracket looks like a hinge loss whose 1 has become $r$ = 1 + $ε‖w‖$. How can"
                      + " the 1 be brought back?",
                  "1-m+\\varepsilon\\|\\mathbf{w}\\|=r\\Big(1-\\frac{m}{r}\\Big),\\qquad "
                      + "r=1+\\varepsilon\\|\\mathbf{w}\\|",
                  "Take $r$ out of the bracket; it is above 0, so it passes through the hinge."),
              new Step(
                  "$m/r$ is the margin of other weights. Which ones, and how long are they?",
                  "\\mathbf{u}=\\frac{\\mathbf{w}}{r},\\quad c=\\frac{b}{r},\\qquad "
                      + "\\|\\mathbf{u}\\|=\\frac{\\|\\mathbf{w}\\|}{1+\\varepsilon\\|\\mathbf{w}\\|},"
                      + "\\quad r=\\frac{1}{1-\\varepsilon\\|\\mathbf{u}\\|}",
                  "Dividing weights and bias by one number leaves the plane where it is."),
              new Step(
                  "Write the whole adversarial loss in the new weights.",
                  "\\sum_i\\big[1-m_i+\\varepsilon\\|\\mathbf{w}\\|\\big]_+="
                      + "\\frac{H(\\mathbf{u},c)}{1-\\varepsilon\\|\\mathbf{u}\\|},\\qquad "
                      + "H(\\mathbf{u},c)=\\sum_i\\big[1-y_i(\\mathbf{u}\\cdot\\mathbf{x}_i+c)\\big]_+",
                  "It is the machine's hinge loss, and a price on the length of $u$."),
              new Step(
                  "At the minimum the gradient with respect to $u$ is 0. Compare with the gradient"
                      + " of the machine, ∇$H$ + $λu$ = 0.",
                  "\\nabla H+\\frac{\\varepsilon\\,H}{(1-\\varepsilon\\|\\mathbf{u}\\|)"
                      + "\\,\\|\\mathbf{u}\\|}\\,\\mathbf{u}=0\\quad\\Longrightarrow\\quad "
                      + "\\lambda=\\frac{\\varepsilon\\,H}{(1-\\varepsilon\\|\\mathbf{u}\\|)"
                      + "\\,\\|\\mathbf{u}\\|}=\\frac{\\varepsilon\\,A\\,r}{\\|\\mathbf{w}\\|}",
                  "$A$ is the adversarial loss at its minimum. The machine's problem is convex, so a"
                      + " vanishing gradient is enough; at kinks read ∇ as a subgradient."),
              new Step(
                  "What if some plane keeps every point further than $ε$ away, so that $A$ = 0?",
                  "A=0\\;\\Rightarrow\\;\\lambda\\to 0:\\qquad "
                      + "\\mathbf{w}=\\frac{\\gamma}{\\gamma-\\varepsilon}\\,"
                      + "\\mathbf{w}_{\\text{hard margin}}",
                  "Many weights have no loss then; the shortest are the hard-margin machine's, with"
                      + " $γ$ the width of its margin.")));

  private SvmText() {}

  /** What is seen now; {@code solution} may be null. */
  static String words(SvmSolution solution) {
    if (solution == null) {
      return "A plane needs points on both sides: place one of the other class.";
    }
    if (solution.lengthOfAdversarial() < 1e-6) {
      return "$ε$ is **too large**: whatever the plane, the adversary gets more points across than"
          + " it is worth, and the best weights are 0.";
    }
    String end;
    if (solution.belonging() == 0) {
      end = "Every point can be kept right against $ε$: no loss, and the **hard-margin** plane.";
    } else {
      end =
          "To this $ε$ belongs $λ$ = **"
              + number(solution.belonging())
              + "**; other points, another $λ$.";
    }
    return (solution.isSamePlane()
            ? "Both find **the same plane**. "
            : "The planes are **"
                + Numbers.fixed(solution.angle(), 1)
                + "°** apart, for $λ$ is not the one that belongs to $ε$. ")
        + end;
  }

  /** A lambda with three digits. */
  static String number(double lambda) {
    if (Double.isInfinite(lambda)) {
      return "∞";
    }
    return Numbers.fixed(lambda, lambda >= 100 ? 0 : lambda >= 10 ? 1 : lambda >= 0.1 ? 2 : 4);
  }
}
