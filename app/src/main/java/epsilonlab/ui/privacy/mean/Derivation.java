package epsilonlab.ui.privacy.mean;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Over the window: why the scores can be drawn without drawing anybody's numbers. */
final class Derivation extends VBox {
  private static final List<String> STEPS =
      List.of(
          "**What is to be drawn.** $n$ members $x$ and $n$ non-members $y$ are from N(0, $I$) in"
              + " $d$ dimensions, $m$ is the members’ mean, and $p$ = $m$ + $σ g$ is published, with"
              + " $g$ from N(0, $I$). The scores are ⟨$z$, $p$⟩. Drawing them from data takes more"
              + " than 2$nd$ normal numbers; the short cut takes 2$n$ + 3, whatever $d$ is.",
          "**1. The length of the mean.** Every component of $m$ is N(0, 1/$n$), so with $r$ ="
              + " |$m$| the number $n r²$ is chi-square with $d$ degrees of freedom.",
          "**2. The noise.** Let $a$ be the component of $g$ in the direction of $m$: standard"
              + " normal. The squared length $q$ of all the rest of $g$ is chi-square with $d$ − 1"
              + " degrees of freedom, and $r$, $a$ and $q$ are independent. So |$p$|² = ($r$ +"
              + " $σ a$)² + $σ² q$ and ⟨$m$, $p$⟩ = $r²$ + $r σ a$.",
          "**3. Non-members.** A non-member knows nothing of $p$, so given $p$ the score ⟨$y$, $p$⟩"
              + " is N(0, |$p$|²): |$p$| times a standard normal number.",
          "**4. Members.** The residuals $x$ − $m$ are independent of $m$, for both are Gaussian and"
              + " uncorrelated, and of $g$. In any fixed direction they are distributed as $n$"
              + " standard normal numbers minus their own mean. Taken in the direction of $p$, a"
              + " member’s score is ⟨$m$, $p$⟩ + |$p$| times such a number.",
          "**Nothing was approximated**, so both ways have one distribution, also of all scores"
              + " together; a test of the lab compares them. The formula is an approximation: it"
              + " takes $r²$ for $d$/$n$, lets ⟨$m$, $p$⟩ be $r²$, and lets members spread as much"
              + " as non-members.");

  private final LabServices services;

  Derivation(LabServices services) {
    super(12);
    this.services = services;
    setId("derivation-panel");
    setAccessibleText("Why the short cut is exact");
    getStyleClass().addAll("popover-card", "derivation");
    setMaxSize(720, 560);
    setFocusTraversable(true);
    Button close = Parts.iconButton(Feather.X, "Close (Esc)", this::close);
    close.setId("derivation-close");
    HBox head =
        new HBox(
            12, Parts.label("Why the short cut is exact", "help-title"), Parts.spring(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox steps = new VBox(12);
    steps.getStyleClass().add("derivation-steps");
    STEPS.forEach(step -> steps.getChildren().add(new RichText(new SimpleStringProperty(step))));
    ScrollPane scroll = new ScrollPane(steps);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    getStylesheets().add(MeanView.STYLE);
  }

  /** Lays it over the window. */
  void open() {
    services.state().overlay().set(this);
  }

  private void close() {
    services.state().overlay().set(null);
  }
}
