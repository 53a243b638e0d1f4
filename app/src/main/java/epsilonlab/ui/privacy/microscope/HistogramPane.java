package epsilonlab.ui.privacy.microscope;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The histograms of the scores under their heading, with the threshold to drag. */
public final class HistogramPane extends StackPane {
  /**
   * @param part begins the ids, for example {@code mean}
   */
  public HistogramPane(
      String part,
      MicroscopeModel model,
      LabServices services,
      ObservableValue<FigureTheme> theme) {
    MicroscopeStyle.on(this);
    HistogramView view = new HistogramView(model);
    view.setId(part + "-histogram");
    view.themeProperty().bind(theme);
    view.setMinSize(0, 0);
    Tooltip tip =
        new Tooltip(
            "Whoever’s score is at least the threshold is said to be a member. Drag it, or move it"
                + " with the arrow keys (Shift: further); B puts it where most are judged rightly."
                + (model.looksIntoBars() ? " Click a bar to see who is in it." : ""));
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    Tooltip.install(view, tip);
    Label remark =
        Parts.label(
            model.looksIntoBars() ? "drag the threshold, click a bar" : "drag the threshold",
            "remark");
    HBox heading =
        new HBox(
            8,
            Parts.label("Membership microscope", "section-title"),
            remark,
            Parts.spring(),
            Parts.menu(services, view, part + "-scores"));
    heading.getStyleClass().add("figure-heading");
    heading.setAlignment(Pos.CENTER_LEFT);
    // the figure's own legend stands between title and menu
    heading.setPickOnBounds(false);
    heading.setMaxHeight(USE_PREF_SIZE);
    StackPane.setAlignment(heading, Pos.TOP_LEFT);
    getChildren().addAll(view, heading);
    setMinWidth(0);
  }
}
