package epsilonlab.ui.theory;

import epsilonlab.theory.Theorem;
import epsilonlab.theory.Theorems;
import epsilonlab.ui.theory.discriminator.DiscriminatorPage;
import epsilonlab.ui.theory.linear.LinearAdversaryPage;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.TheoryPage;
import epsilonlab.ui.theory.pca.PcaPage;
import epsilonlab.ui.theory.perceptron.PerceptronPage;
import epsilonlab.ui.theory.regression.RegressionPage;
import epsilonlab.ui.theory.svm.SvmPage;
import epsilonlab.ui.theory.uniform.UniformPage;
import java.util.List;
import java.util.function.Function;

/** The pages of the tab, in the order of the list. A new page is one class and one line here. */
final class TheoryPages {
  static final List<Entry> ALL =
      List.of(
          entry("linear-adversary", LinearAdversaryPage::new),
          entry("svm", SvmPage::new),
          entry("robust-regression", RegressionPage::new),
          entry("perceptron", PerceptronPage::new),
          entry("discriminator", DiscriminatorPage::new),
          entry("pca", PcaPage::new),
          entry("uniform", UniformPage::new));

  /**
   * A page and what makes it.
   *
   * @param theorem gives the list its word, and is checked
   */
  record Entry(Theorem theorem, Function<PageKit, TheoryPage> maker) {}

  private TheoryPages() {}

  private static Entry entry(String theorem, Function<PageKit, TheoryPage> maker) {
    return new Entry(Theorems.get(theorem), maker);
  }
}
