package epsilonlab.ui.robustness;

import epsilonlab.defence.Attacked;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.DigitView;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The chosen digit without attack, under plain PGD and under the adaptive attack. */
final class AttackedDigits extends HBox {
  private static final int SCALE = 5;
  private final Picture clean;
  private final Picture plain;
  private final Picture adaptive;
  private final GalleryViewModel model;

  AttackedDigits(GalleryViewModel model, ObservableValue<FigureTheme> theme) {
    super(40);
    this.model = model;
    setId("gallery-digits");
    clean = new Picture("No attack", "clean", theme);
    plain = new Picture("Plain PGD", "plain", theme);
    adaptive = new Picture("The attack that knows it", "adaptive", theme);
    getChildren().addAll(clean, plain, adaptive);
  }

  void show() {
    Subject subject = model.subject();
    int place = subject == null ? -1 : subject.place(model.session().digit().get());
    setVisible(place >= 0);
    if (place >= 0) {
      clean.show(subject, place, model.looks().clean());
      plain.show(subject, place, model.looks().plain());
      adaptive.show(subject, place, model.outcome() == null ? null : model.outcome().adaptive());
    }
  }

  private static final class Picture extends VBox {
    private final DigitView digit = new DigitView(SCALE);
    private final FontIcon icon = new FontIcon(Feather.CHECK);
    private final Label answer = Parts.label("", "picture-result");

    Picture(String name, String id, ObservableValue<FigureTheme> theme) {
      super(6);
      digit.themeProperty().bind(theme);
      digit.setMinSize(SCALE * 28, SCALE * 28);
      digit.setMaxSize(SCALE * 28, SCALE * 28);
      answer.setId("gallery-answer-" + id);
      HBox says = new HBox(6, icon, answer);
      says.setAlignment(Pos.CENTER);
      setAlignment(Pos.TOP_CENTER);
      getChildren().addAll(Parts.label(name, "remark"), digit, says);
    }

    void show(Subject subject, int place, Attacked attacked) {
      setVisible(attacked != null);
      if (attacked == null) {
        return;
      }
      int truth = subject.images().label(place);
      int said = attacked.answers()[place];
      boolean right = truth == said;
      digit.show(attacked.images()[place]);
      digit.setFooled(!right);
      icon.setIconCode(right ? Feather.CHECK : Feather.ALERT_TRIANGLE);
      icon.getStyleClass().setAll("ikonli-font-icon", right ? "success" : "danger");
      String name = subject.data().classNames().get(said);
      boolean digits = subject.data().classNames().get(0).equals("0");
      answer.setText(right || !digits ? name : truth + " → " + name);
    }
  }
}
