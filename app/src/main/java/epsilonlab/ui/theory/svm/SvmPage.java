package epsilonlab.ui.theory.svm;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.ui.Parts;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.component.PlanePane;
import epsilonlab.ui.theory.page.CaseTable;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.ReadingTable;
import epsilonlab.ui.theory.page.TheoryPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Adversarial training and the machine, side by side on the same points. */
public final class SvmPage implements TheoryPage {
  private static final double ARROW_STEP = 0.05;

  private final PageKit kit;
  private final SvmModel model;
  private final ObjectBinding<PlaneDrawing> adversarial;
  private final ObjectBinding<PlaneDrawing> machine;

  /** With the points that were placed the last time. */
  public SvmPage(PageKit kit) {
    this.kit = kit;
    model = new SvmModel(kit.session());
    adversarial = drawing(SvmDrawing::adversarial);
    machine = drawing(SvmDrawing::machine);
  }

  // the points follow the mouse at once, the planes as soon as they are solved
  private ObjectBinding<PlaneDrawing> drawing(
      BiFunction<SvmInput, SvmSolution, PlaneDrawing> painter) {
    return Bindings.createObjectBinding(
        () -> painter.apply(model.input().get(), model.solution().get()),
        model.input(),
        model.solution());
  }

  @Override
  public PageText text() {
    return SvmText.TEXT;
  }

  @Override
  public List<Node> controls() {
    CheckBox tied = new CheckBox("λ that belongs to ε");
    tied.setId("svm-tied");
    tied.selectedProperty().bindBidirectional(model.tied());
    Parts.say(tied, "Gives the machine the λ of the theorem; without it λ is moved by hand.");
    tied.setAccessibleText(tied.getText());
    Node lambda = kit.slider(model.lambda());
    lambda.disableProperty().bind(model.tied());
    Button reset =
        Parts.linkButton(
            Feather.ROTATE_CCW,
            "First points again",
            "Puts the points back where they were at the start.",
            model.cloud()::reset);
    reset.setId("svm-reset");
    Label help = new Label("Click: a point of +1. Second button: of −1. Delete takes one away.");
    help.getStyleClass().add("muted");
    help.setWrapText(true);
    help.setMinHeight(Region.USE_PREF_SIZE);
    return List.of(kit.slider(model.epsilon()), tied, lambda, help, reset);
  }

  @Override
  public Optional<Region> cases() {
    CaseTable table = new CaseTable(kit, 0.5, "short for", "what belongs together");
    table.row(
        new Region(),
        "",
        "m_i=y_i(\\mathbf{w}\\cdot\\mathbf{x}_i+b),\\quad [t]_+=\\max(0,t)",
        "\\lambda=\\varepsilon\\,A\\,r\\,/\\,\\|\\mathbf{w}\\|");
    table.row(
        new Region(),
        "",
        "r=1+\\varepsilon\\|\\mathbf{w}\\|,\\quad A:\\text{ the loss at the left}",
        "\\mathbf{w}_{\\text{SVM}}=\\mathbf{w}\\,/\\,r,\\quad b_{\\text{SVM}}=b\\,/\\,r");
    return Optional.of(table);
  }

  @Override
  public Region drawing() {
    Region left = half("svm-adversarial", "Adversarial training", adversarial, "$ε$ balls");
    Region right = half("svm-machine", "Support vector machine", machine, "margin");
    HBox both = new HBox(16, left, right);
    both.setMinWidth(0);
    return both;
  }

  private Region half(
      String id, String title, ObservableValue<PlaneDrawing> drawing, String legend) {
    PlanePane plane = kit.plane(id, drawing, ARROW_STEP);
    model.cloud().attach(plane, id + "-point");
    MathLabel remark = kit.mutedMaths(legend);
    VBox half = new VBox(kit.heading(title, List.of(remark), plane.view(), id), plane);
    HBox.setHgrow(half, Priority.ALWAYS);
    half.setMinWidth(0);
    half.setPrefWidth(1);
    return half;
  }

  @Override
  public List<Node> readings() {
    ReadingTable table =
        new ReadingTable(
            kit.services(),
            kit.theme(),
            "svm",
            new ReadingTable.Column("trained", null),
            new ReadingTable.Column("SVM", null));
    row(
        table,
        "svm-length",
        "Length $‖w‖$",
        3,
        SvmSolution::lengthOfAdversarial,
        SvmSolution::lengthOfMachine);
    row(
        table,
        "svm-scaled",
        "divided by $r$",
        3,
        s -> s.lengthOfAdversarial() / s.scale(),
        SvmSolution::lengthOfMachine);
    row(
        table,
        "svm-direction",
        "Direction, degrees",
        2,
        s -> SvmSolution.degrees(s.adversarial().model()),
        s -> SvmSolution.degrees(s.machine().model()));
    row(
        table,
        "svm-offset",
        "Distance from 0",
        3,
        s -> SvmSolution.offset(s.adversarial().model()),
        s -> SvmSolution.offset(s.machine().model()));
    row(
        table,
        "svm-loss",
        "Adversarial loss $A$",
        3,
        s -> s.adversarial().loss(),
        SvmSolution::lossOfMachine);
    Label lambda = Parts.label("", "key-number");
    lambda.setId("svm-belonging");
    Label used = Parts.label("", "muted");
    used.setId("svm-used");
    model
        .solution()
        .subscribe(
            now -> {
              lambda.setText(now == null ? "–" : SvmText.number(now.belonging()));
              used.setText(now == null ? "" : "the machine has λ = " + SvmText.number(now.used()));
            });
    ObservableValue<String> title =
        model.input().map(now -> "In this drawing, $ε$ = " + Numbers.fixed(now.epsilon(), 2));
    List<Node> cards = new ArrayList<>();
    cards.add(kit.card(title, List.of(table.menu()), table));
    cards.add(kit.card("$λ$ that belongs to $ε$", lambda, used));
    return cards;
  }

  private void row(
      ReadingTable table,
      String id,
      String name,
      int decimals,
      ToDoubleFunction<SvmSolution> trained,
      ToDoubleFunction<SvmSolution> machine) {
    List<Label> cells = table.row(id, name);
    model
        .solution()
        .subscribe(
            now -> {
              cells.get(0).setText(text(now, trained, decimals));
              cells.get(1).setText(text(now, machine, decimals));
            });
  }

  private static String text(SvmSolution of, ToDoubleFunction<SvmSolution> number, int decimals) {
    double value = of == null ? Double.NaN : number.applyAsDouble(of);
    return Double.isFinite(value) ? Numbers.fixed(value, decimals) : "–";
  }

  @Override
  public ObservableValue<String> words() {
    return model.solution().map(SvmText::words).orElse(SvmText.words(null));
  }

  @Override
  public TabFacts facts() {
    return model.facts();
  }

  @Override
  public Map<String, Figure> figures() {
    return Map.of("adversarial-training", adversarial.get(), "machine", machine.get());
  }
}
