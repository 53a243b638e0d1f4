package epsilonlab.ui.frame;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window's layout: the tab between two bars, and what lies over them. */
final class WindowFrame extends StackPane {
  private static final String LESSON = "lesson-open";
  private static final String PRESENTING = "presenting";

  private final BorderPane bars = new BorderPane();
  private final Node foot;

  /**
   * @param foot the bar at the bottom while nobody presents
   * @param tab the tab in view, and upon it what covers parts of it
   */
  WindowFrame(
      TopBar top,
      JobLine line,
      Node foot,
      StackPane tab,
      Overlays overlays,
      MessageStack messages) {
    this.foot = foot;
    getStyleClass().add("lab-root");
    bars.getStyleClass().add("lab-frame");
    bars.setTop(new VBox(top, line));
    bars.setCenter(tab);
    bars.setBottom(foot);
    getChildren().addAll(bars, overlays, new MessageLayer(messages, this));
  }

  /** What stands at the foot while presenting takes the bar's place, and all is larger. */
  void showPresenting(boolean presenting, Node instead) {
    dress(PRESENTING, presenting);
    bars.setBottom(presenting ? instead : foot);
  }

  /** Whether a lesson stands beside the tab. */
  void showLesson(boolean open) {
    dress(LESSON, open);
  }

  private void dress(String styleClass, boolean wanted) {
    getStyleClass().remove(styleClass);
    if (wanted) {
      getStyleClass().add(styleClass);
    }
  }
}
