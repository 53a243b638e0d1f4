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
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Over the window: why the scores can be drawn without drawing anybody's numbers. */
final class Derivation extends VBox {
  private static final List<String> STEPS =
      List.of(
          "**What is to be drawn.** Members $x₁$, …, $xₙ$ and non-members $y₁$, …, $yₙ$ are from"
              + " N(0, $I$) in $d$ dimensions, $x̄$ is the members’ mean, and $p$ = $x̄$ + $s g$ is"
              + " published, with $g$ from N(0, $I$) and $s²$ = $σ²$. The scores are ⟨$z$, $p$⟩."
              + " Drawing them from data takes 2$nd$ normal numbers; the short cut takes 2$n$ + 3,"
              + " whatever $d$ is.",
          "**1. The length of the mean.** Every component of $x̄$ is N(0, 1/$n$), so $r$ = |$x̄$|"
              + " has $n r²$ chi-square with $d$ degrees of freedom.",
          "**2. The noise.** Let $a$ be the component of $g$ in the direction of $x̄$: standard"
              + " normal. The squared length $q$ of all the rest of $g$ is chi-square with $d$ − 1"
              + " degrees of freedom, and all three are independent. So |$p$|² = ($r$ + $s a$)² +"
              + " $s² q$ and ⟨$x̄$, $p$⟩ = $r²$ + $r s a$.",
          "**3. Non-members.** A $y$ knows nothing of $p$, so given $p$ its score ⟨$y$, $p$⟩ is"
              + " N(0, |$p$|²): |$p$| times a standard normal number.",
          "**4. Members.** The residuals $xᵢ$ − $x̄$ are independent of $x̄$ (both are Gaussian and"
              + " uncorrelated), and of $g$. In any fixed direction their components are distributed"
              + " as $eᵢ$ − $ē$, for independent standard normal $e₁$, …, $eₙ$ with mean $ē$. Taken"
              + " in the direction of $p$, a member’s score is ⟨$x̄$, $p$⟩ + |$p$|($eᵢ$ − $ē$).",
          "**Nothing was approximated**, so both ways have one distribution, also of all scores"
              + " together; a test of the lab compares them. The formula Φ(½√($d$/$n$)) is an"
              + " approximation: it takes $r²$ for $d$/$n$ and lets members spread as much as"
              + " non-members.");

  private final LabServices services;

  Derivation(LabServices services) {
    super(12);
    this.services = services;
    setId("derivation-panel");
    setAccessibleText("Why the short cut is exact");
    getStyleClass().addAll("popover-card", "derivation");
    setMaxSize(720, 640);
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
