package epsilonlab.ui.theory.page;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.component.FormulaView;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.component.PlanePane;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Makes the nodes that pages are built from, in the window's colours and text size.
 *
 * @param theme kept alive by whoever makes the kit
 */
public record PageKit(LabServices services, ObservableValue<FigureTheme> theme) {
  /** What is remembered. */
  public Settings settings() {
    return session().settings();
  }

  /** What the tabs share. */
  public LabSession session() {
    return services.session();
  }

  /** Words with symbols between dollar signs. */
  public MathLabel maths(String text) {
    MathLabel label = new MathLabel(text).onOneLine();
    label.themeProperty().bind(theme);
    label.setMaxSize(MathLabel.USE_PREF_SIZE, MathLabel.USE_PREF_SIZE);
    return label;
  }

  /** The same in the muted colour. */
  public MathLabel mutedMaths(String text) {
    MathLabel label = maths(text);
    label.mutedProperty().set(true);
    return label;
  }

  /** A typeset formula; see {@link FormulaView}. */
  public FormulaView formula(String tex, double size) {
    FormulaView view = new FormulaView(tex, size);
    view.themeProperty().bind(theme);
    return view;
  }

  /** A slider with its name and number. */
  public Node slider(Quantity quantity) {
    return new QuantitySlider(quantity, theme);
  }

  /** The id of the slider that {@link #slider} makes. */
  public static String sliderId(Quantity quantity) {
    return QuantitySlider.idOf(quantity);
  }

  /** A bordered card of the right column. */
  public VBox card(String title, Node... content) {
    return card(title, List.of(), content);
  }

  /**
   * The same with a corner.
   *
   * @param corner what stands at the right of the title
   */
  public VBox card(String title, List<? extends Node> corner, Node... content) {
    return card(new SimpleStringProperty(title), corner, content);
  }

  /**
   * The same with a title that changes.
   *
   * @param corner what stands at the right of the title
   */
  public VBox card(ObservableValue<String> title, List<? extends Node> corner, Node... content) {
    MathLabel name = mutedMaths(title.getValue());
    name.styled(TextStyle.Weight.SEMIBOLD, 0);
    title.subscribe(name::setText);
    HBox head = new HBox(name, Parts.spring());
    head.getChildren().addAll(corner);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    VBox card = new VBox(head);
    card.getChildren().addAll(content);
    card.getStyleClass().addAll("card", "theory-card");
    return card;
  }

  /** A heading over a drawing: title, legend, at the right switches and the figure's menu. */
  public HBox heading(String title, List<? extends Node> legend, FigureView view, String file) {
    HBox heading = new HBox(12, Parts.label(title, "section-title"));
    heading.getChildren().addAll(legend);
    heading.getChildren().addAll(Parts.spring(), Parts.menu(services, view, file));
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("figure-heading");
    return heading;
  }

  /** A drawing of the plane that fills its room; see {@link PlanePane}. */
  public PlanePane plane(String id, ObservableValue<PlaneDrawing> drawing, double step) {
    PlanePane plane = new PlanePane(drawing, step);
    plane.setId(id);
    plane.view().themeProperty().bind(theme);
    plane.view().setId(id + "-view");
    VBox.setVgrow(plane, Priority.ALWAYS);
    HBox.setHgrow(plane, Priority.ALWAYS);
    return plane;
  }

  /** A figure that only shows. */
  public FigureView figure(String id) {
    FigureView view = new FigureView();
    view.setId(id);
    view.themeProperty().bind(theme);
    view.setMinSize(0, 0);
    VBox.setVgrow(view, Priority.ALWAYS);
    HBox.setHgrow(view, Priority.ALWAYS);
    return view;
  }

  /** A legend entry: a sign and words. */
  public HBox legend(Node sign, String words) {
    MathLabel label = mutedMaths(words);
    HBox entry = new HBox(6, sign, label);
    entry.setAlignment(Pos.CENTER_LEFT);
    return entry;
  }
}
