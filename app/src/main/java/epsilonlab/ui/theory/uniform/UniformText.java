package epsilonlab.ui.theory.uniform;

import static epsilonlab.ui.theory.page.PageText.matters;
import static epsilonlab.ui.theory.page.PageText.piece;

import epsilonlab.report.figure.Numbers;
import epsilonlab.theory.uniform.UniformLikelihood;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.PageText.Step;
import java.util.List;

/** What the page of the uniform distribution's likelihood says. */
final class UniformText {
  static final PageText TEXT =
      new PageText(
          "The likelihood of a uniform distribution",
          "The most likely ends are the smallest and the largest draw. They always lie inside, and"
              + " by how much on average is known.",
          List.of(
              piece(
                  "\\hat a=\\min_i x_i,\\quad \\hat b=\\max_i x_i,\\qquad "
                      + "\\mathrm{E}[\\hat a]-a=b-\\mathrm{E}[\\hat b]="),
              matters("\\frac{b-a}{n+1}")),
          "",
          List.of(
              new Step(
                  "What is the density of one draw $x$, and where is it 0?",
                  "p(x\\,|\\,a,b)=\\frac{1}{b-a}\\;\\mbox{ for }\\;a\\le x\\le b,"
                      + "\\quad\\mbox{else}\\;0",
                  "It is flat on the interval, and its integral is 1."),
              new Step(
                  "Multiply over $n$ independent draws. When does one factor spoil everything?",
                  "L(a,b)=(b-a)^{-n}\\;\\mbox{ if }\\;a\\le\\min_i x_i,\\;\\max_i x_i\\le b,"
                      + "\\quad\\mbox{else}\\;0",
                  "One draw outside makes the whole product 0."),
              new Step(
                  "On the part where it is not 0: should the interval be long or short?",
                  "\\hat a=\\min_i x_i,\\qquad \\hat b=\\max_i x_i",
                  "The likelihood falls with the length, so the interval is as short as the draws"
                      + " allow. No derivative is 0 there: the maximum is a corner."),
              new Step(
                  "How far above $a$ is the smallest draw on average? When is it larger than"
                      + " $a + t$?",
                  "P(\\min_i x_i>a+t)=\\Big(1-\\frac{t}{b-a}\\Big)^{n}",
                  "All $n$ draws must lie beyond $a + t$, each independently."),
              new Step(
                  "The mean of a positive quantity is the integral of that.",
                  "\\mathrm{E}[\\hat a]-a=\\int_0^{b-a}\\Big(1-\\frac{t}{b-a}\\Big)^{n}dt"
                      + "=\\frac{b-a}{n+1}",
                  "The largest draw lies as far below $b$, by symmetry."),
              new Step(
                  "Can you mend it? $b − a$ is not known, but what is the mean of the range?",
                  "\\tilde a=\\frac{n\\,\\hat a-\\hat b}{n-1},\\qquad"
                      + " \\tilde b=\\frac{n\\,\\hat b-\\hat a}{n-1}",
                  "The mean range is ($b − a$)($n$ − 1)/($n$ + 1); moving both ends out by a share"
                      + " 1/($n$ − 1) of the range takes the bias away.")));

  private UniformText() {}

  /** What is seen now. */
  static String words(UniformState state) {
    if (state.isImpossible()) {
      return "This guess is **impossible**: a draw lies outside it. Every a right of the smallest"
          + " draw, and every b below the largest, is.";
    }
    String bias = Numbers.fixed(UniformLikelihood.bias(0, 1, state.n()), 3);
    if (state.relative() > 0.995) {
      return "This is **the most likely** interval. It misses the truth at both ends, by "
          + bias
          + " on average.";
    }
    return "A longer interval makes each draw a little less likely, so **the shortest possible** one wins."
        + " It is too short by "
        + bias
        + " at each end on average.";
  }
}
