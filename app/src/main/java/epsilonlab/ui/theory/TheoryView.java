package epsilonlab.ui.theory;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.TabColumns;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.theory.page.PageKit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The layout of the tab: the list of theorems, and around it the page that is chosen. */
final class TheoryView {
  private final TheoryViewModel model;
  // kept, for bindings do not keep each other alive
  private final ObservableValue<FigureTheme> theme;
  private final PageKit kit;
  private final Map<TheoryPages.Entry, PageView> pages = new HashMap<>();
  private final StackPane left = new StackPane();
  private final StackPane middle = new StackPane();
  private final StackPane right = new StackPane();
  private final TheoremList list;
  private final TabColumns root;
  private PageView current;
  private TabFacts facts;
  private int factsOf;
  private TabParts parts;
  private PageView partsOf;
  private boolean shown;

  TheoryView(TheoryViewModel model, LabServices services) {
    this.model = model;
    theme = Parts.theme(services.state());
    kit = new PageKit(services, theme);
    list = new TheoremList(model);
    VBox choose = new VBox(Parts.label("Theorems", "section-title"), list, Parts.rule(), left);
    choose.getStyleClass().add("theory-choose");
    VBox.setVgrow(left, Priority.ALWAYS);
    middle.setMinHeight(0);
    root = new TabColumns(services.state(), choose, middle, right);
    root.getStylesheets().add(stylesheet());
    model.page().addListener((property, before, now) -> show());
    show();
  }

  static String stylesheet() {
    return Objects.requireNonNull(TheoryView.class.getResource("/epsilonlab/ui/css/theory.css"))
        .toExternalForm();
  }

  Node root() {
    return root;
  }

  /** What the pages tell that were ever in view. */
  TabFacts facts() {
    if (factsOf < pages.size()) {
      factsOf = pages.size();
      facts = TheoryFacts.of(model);
      pages.values().forEach(page -> facts.and(page.page().facts()));
    }
    return facts;
  }

  /** Where on the page in view things are. */
  TabParts parts() {
    if (partsOf != current) {
      partsOf = current;
      parts = new TabParts().control("theory.page", list).and(current.parts());
    }
    return parts;
  }

  /** The page in view. */
  PageView current() {
    return current;
  }

  private void show() {
    if (current != null && shown) {
      current.page().onHidden();
    }
    current = pages.computeIfAbsent(model.page().get(), entry -> new PageView(model, entry, kit));
    left.getChildren().setAll(current.left());
    middle.getChildren().setAll(current.middle());
    right.getChildren().setAll(current.right());
    if (shown) {
      current.page().onShown();
    }
  }

  void shown() {
    shown = true;
    current.page().onShown();
  }

  void hidden() {
    shown = false;
    current.page().onHidden();
  }
}
