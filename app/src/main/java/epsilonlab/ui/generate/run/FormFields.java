package epsilonlab.ui.generate.run;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes the fields of a {@link TypedForm}; one that the complaint speaks of is framed. */
public final class FormFields {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final String part;
  private final ObservableValue<FigureTheme> theme;
  private final TypedForm form;
  private final StringProperty complaint;
  private final Runnable typed;

  /**
   * @param part begins the ids of the fields, for example {@code gan}
   * @param complaint one sentence about the form, or empty; typing takes it back
   * @param typed is called when a field is left, or Enter pressed in it
   */
  public FormFields(
      String part,
      ObservableValue<FigureTheme> theme,
      TypedForm form,
      StringProperty complaint,
      Runnable typed) {
    this.part = part;
    this.theme = theme;
    this.form = form;
    this.complaint = complaint;
    this.typed = typed;
  }

  /**
   * A field with its name above.
   *
   * @param id the end of its id
   * @param name may hold symbols
   */
  public VBox field(TypedField field, String id, String name, String says) {
    return Parts.labelled(theme, name, bare(field, id, says));
  }

  /**
   * A field without a name.
   *
   * @param id the end of its id
   */
  public TextField bare(TypedField field, String id, String says) {
    TextField text = text(form.text(field), id, says);
    complaint.addListener(
        (property, before, now) ->
            text.pseudoClassStateChanged(WRONG, !now.isEmpty() && field.isBlamedBy(now)));
    return text;
  }

  /** The field of the seed, which all tabs share. */
  public VBox seed() {
    TextField text =
        text(
            form.seedText(),
            "seed",
            "The number that fixes all that is random: first weights, noise, order of images.");
    complaint.addListener(
        (property, before, now) ->
            text.pseudoClassStateChanged(WRONG, now.startsWith("The seed is ")));
    return Parts.labelled(theme, "Seed", text);
  }

  private TextField text(StringProperty value, String id, String says) {
    TextField text = new TextField();
    text.setId(part + "-" + id);
    text.setPrefColumnCount(4);
    text.textProperty().bindBidirectional(value);
    value.addListener((property, before, now) -> complaint.set(""));
    text.setOnAction(event -> typed.run());
    text.focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                typed.run();
              }
            });
    Parts.say(text, says);
    return text;
  }

  /** What is wrong; takes no room while nothing is. */
  public Label complaint() {
    Label label = Parts.complaint(complaint);
    label.setId(part + "-complaint");
    return label;
  }

  /** A heading with a number at its right, for example the count of weights. */
  public static HBox title(String text, Node... right) {
    HBox row = new HBox(Parts.label(text, "section-title"), Parts.spring());
    row.getChildren().addAll(right);
    row.getStyleClass().add("form-title");
    return row;
  }

  /** Two fields side by side, equally wide. */
  public static HBox pair(Region left, Region right) {
    return pair(left, 1, right, 1);
  }

  /** Two fields side by side whose widths are as the shares. */
  public static HBox pair(Region left, double leftShare, Region right, double rightShare) {
    HBox row = new HBox(8, left, right);
    row.getStyleClass().add("form-pair");
    for (Region one : new Region[] {left, right}) {
      HBox.setHgrow(one, Priority.ALWAYS);
      one.setMinWidth(0);
    }
    double all = leftShare + rightShare;
    left.prefWidthProperty().bind(row.widthProperty().subtract(8).multiply(leftShare / all));
    right.prefWidthProperty().bind(row.widthProperty().subtract(8).multiply(rightShare / all));
    return row;
  }
}
