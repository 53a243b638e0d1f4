package epsilonlab.ui.theory.discriminator;

import static epsilonlab.ui.theory.page.PageText.matters;
import static epsilonlab.ui.theory.page.PageText.piece;

import epsilonlab.report.figure.Numbers;
import epsilonlab.theory.discriminator.DiscriminatorGame;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.PageText.Step;
import java.util.List;

/** What the page of the optimal discriminator says. */
final class DiscriminatorText {
  static final PageText TEXT =
      new PageText(
          "The optimal discriminator",
          "Against a fixed generator the best discriminator is known, and what it achieves measures"
              + " how far generated data are from real ones.",
          List.of(
              piece(
                  "D^*=\\frac{p}{p+q},\\qquad \\max_D\\;"
                      + "\\mathrm{E}_p[\\log D]+\\mathrm{E}_q[\\log(1-D)]\\;="),
              matters("2\\,\\mathrm{JSD}(p,q)-\\log 4")),
          "",
          List.of(
              new Step(
                  "Write the two expectations as one integral. What may $D$ choose, and where?",
                  "V(D)=\\int p(x)\\log D(x)+q(x)\\log(1-D(x))\\,dx",
                  "$D$ chooses a number for each $x$, and each $x$ adds a term of its own."),
              new Step(
                  "So the integrand can be made largest at each $x$ alone. Where is $p$ log $d$ +"
                      + " $q$ log(1 − $d$) flat?",
                  "\\frac{p}{d}-\\frac{q}{1-d}=0 \\quad\\Longrightarrow\\quad d=\\frac{p}{p+q}",
                  "The second derivative is below 0 everywhere, so this is the maximum."),
              new Step(
                  "Put $D*$ back in. Which distribution stands in both denominators, but for a"
                      + " factor?",
                  "V(D^*)=\\mathrm{E}_p\\!\\left[\\log\\frac{p}{p+q}\\right]"
                      + "+\\mathrm{E}_q\\!\\left[\\log\\frac{q}{p+q}\\right],"
                      + "\\qquad m=\\frac{p+q}{2}",
                  "$p$ + $q$ is twice the mean $m$ of both."),
              new Step(
                  "Take the factor 2 out of both logarithms.",
                  "V(D^*)=-2\\log 2+\\mathrm{KL}(p\\,\\|\\,m)+\\mathrm{KL}(q\\,\\|\\,m)"
                      + "=2\\,\\mathrm{JSD}(p,q)-\\log 4",
                  "The Jensen-Shannon divergence is the mean of both divergences from $m$."),
              new Step(
                  "What can the generator hope for? When is a divergence 0?",
                  "\\min_q V(D^*)=-\\log 4\\approx -1.386 \\quad\\mbox{where}\\quad q=p",
                  "Then $D*$ is 1/2 everywhere: nothing tells generated data from real ones.")));

  private DiscriminatorText() {}

  /** How often D*, answering "real" above 1/2, is right when both kinds are equally frequent. */
  static double right(DiscriminatorGame game) {
    double sum = 0;
    for (int k = 0; k < game.p().cells(); k++) {
      sum += Math.max(game.p().mass()[k], game.q().mass()[k]) / 2;
    }
    return sum;
  }

  /** What is seen now. */
  static String words(DiscriminatorGame game) {
    double right = right(game);
    if (game.jensenShannon() < 1e-4) {
      return "Generated data look **like real ones**: $D*$ is 1/2 everywhere, and even the best"
          + " discriminator only guesses.";
    }
    if (right > 0.98) {
      return "The two hardly overlap: $D*$ is **almost always right**, and flat where generated"
          + " data lie. A generator learns little from it.";
    }
    return "Where real data are denser, $D*$ says \"real\". It is right in "
        + Numbers.percent(right)
        + " of the cases, and **nothing can be right more often**.";
  }
}
