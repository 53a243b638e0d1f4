package epsilonlab.ui.theory.pca;

import static epsilonlab.ui.theory.page.PageText.matters;
import static epsilonlab.ui.theory.page.PageText.piece;

import epsilonlab.report.figure.Numbers;
import epsilonlab.theory.pca.EigenDigits;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.PageText.Step;
import java.util.List;

/** What the page of principal components says. */
final class PcaText {
  static final PageText TEXT =
      new PageText(
          "PCA and the linear autoencoder",
          "Of all orthonormal D the first singular vectors keep the most of the data, and so they"
              + " are the best linear autoencoder.",
          List.of(
              piece(
                  "\\min_{D^{\\mathsf T}D=I}\\|X-XDD^{\\mathsf T}\\|_F^2\\;=\\;\\|X\\|_F^2-"
                      + "\\max_{D^{\\mathsf T}D=I}\\|XD\\|_F^2,\\qquad "
                      + "\\max_{D}\\|XD\\|_F^2="),
              matters("\\sigma_1^2+\\dots+\\sigma_k^2")),
          "",
          List.of(
              new Step(
                  "What does a linear autoencoder with the orthonormal $D$ leave of a point $x$, and"
                      + " what does it leave out? Is there a right angle?",
                  "\\|x\\|^2=\\|D^{\\mathsf T}x\\|^2+\\|x-DD^{\\mathsf T}x\\|^2",
                  "The shadow and what is left out stand at a right angle: Pythagoras."),
              new Step(
                  "Add this up over all points, the rows of $X$. Which problem is the same as making"
                      + " the error small?",
                  "\\|X-XDD^{\\mathsf T}\\|_F^2=\\|X\\|_F^2-\\|XD\\|_F^2",
                  "$X$ does not change, so the least error has the largest $XD$."),
              new Step(
                  "Decompose $X = UΣVᵀ$. Which of the three factors does not change lengths?",
                  "\\|XD\\|_F=\\|U\\Sigma V^{\\mathsf T}D\\|_F=\\|\\Sigma W\\|_F,"
                      + "\\qquad W=V^{\\mathsf T}D",
                  "$U$ has orthonormal columns; and $W$ has them, too, as $V$ only turns."),
              new Step(
                  "Now only weights are left. How much weight can each squared singular value get?",
                  "\\|\\Sigma W\\|_F^2=\\sum_i\\sigma_i^2\\,c_i,\\qquad"
                      + " c_i=\\sum_j W_{ij}^2\\in[0,1],\\quad \\sum_i c_i=k",
                  "A row of $W$ has at most length 1, and its $k$ columns have length 1."),
              new Step(
                  "You may spend $k$, at most 1 on each value. On which?",
                  "\\sum_i\\sigma_i^2 c_i\\le\\sigma_1^2+\\dots+\\sigma_k^2,"
                      + "\\qquad D^*=(v_1,\\dots,v_k)",
                  "On the $k$ largest; the first $k$ columns of $V$ do exactly that.")));

  private PcaText() {}

  /**
   * What is seen of the plane.
   *
   * @param state null while there are fewer than two points
   */
  static String words(PcaState state) {
    if (state == null) {
      return "Two points at least fix a direction: click into the drawing.";
    }
    if (state.share() > 0.9999) {
      return "This is **the best direction**: the shadows spread the most, and the lines that are"
          + " left out are shortest, both at once.";
    }
    return "Your direction keeps "
        + Numbers.percent(state.share())
        + " of the largest $‖XD‖$. Turn it: the orange curve **never rises above** the dashed line.";
  }

  /** What is seen of the digits. */
  static String words(EigenDigits digits, int k) {
    return digits == null
        ? "A digit has 784 pixels. How many numbers does it take to tell it?"
        : "With "
            + k
            + " of 784 components **"
            + Numbers.percent(digits.share(k))
            + "** of the variance is kept; 90 % take "
            + digits.componentsFor(0.9)
            + ".";
  }
}
