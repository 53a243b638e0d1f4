package epsilonlab.ui;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The layout of a tab: choose (264), see (all the rest), read (304). Below 1100 the read column
 * folds under the middle, which scrolls then; the side columns scroll if they must. While the
 * window is presenting, the left column folds away. A lesson takes the place of the read column of
 * the tab in view; in a narrow window the left column folds under then.
 */
public final class TabColumns extends HBox {
  /** Below this width there are two columns only. */
  public static final double FOLD_BELOW = 1100;

  /** From this width on the read column stays beside a lesson. */
  public static final double BOTH_FROM = 1500;

  private final LabState state;
  private final Region choose;
  private final Region see;
  private final Region read;
  private final ScrollPane chooseColumn;
  private final ScrollPane readColumn;
  private final BooleanProperty readWhilePresenting = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper();
  private final Folded both;
  private final ScrollPane foldedColumn;
  // kept, for bindings do not keep each other alive
  private final ObservableValue<Boolean> inView = isVisible(this);
  private boolean arranging;

  /** Each part brings its content only; surfaces, padding and lines come from here. */
  public TabColumns(LabState state, Region choose, Region see, Region read) {
    this.state = state;
    this.choose = choose;
    this.see = see;
    this.read = read;
    getStyleClass().add("tab-columns");
    choose.getStyleClass().add("column-choose");
    see.getStyleClass().add("column-see");
    read.getStyleClass().add("column-read");
    chooseColumn = scrolling(choose, "column-choose-scroll");
    readColumn = scrolling(read, "column-read-scroll");
    both = new Folded(see, read, heightProperty());
    foldedColumn = scrolling(both, "column-folded-scroll");
    foldedColumn.setFitToHeight(false);
    HBox.setHgrow(foldedColumn, Priority.ALWAYS);
    HBox.setHgrow(see, Priority.ALWAYS);
    see.setMinWidth(0);
    widthProperty().addListener((property, before, now) -> arrangeSoon());
    state.presenting().addListener((property, before, now) -> arrangeSoon());
    state.chooseUnfolded().addListener((property, before, now) -> arrangeSoon());
    readWhilePresenting.addListener((property, before, now) -> arrangeSoon());
    // one node in many tabs: it goes along at once
    state.readInstead().addListener((property, before, now) -> arrange());
    inView.addListener((property, before, now) -> arrange());
    choose
        .heightProperty()
        .addListener(
            (property, before, now) -> {
              if (now.doubleValue() > before.doubleValue()) {
                showComplaint();
              }
            });
    sceneProperty().addListener((property, before, now) -> arrange());
    arrange();
  }

  /** What the columns show, from left to right, also where one is folded away. */
  List<Node> contents() {
    return List.of(chooseColumn.getContent(), see, read);
  }

  /** Whether the read column stays while presenting; a tab that shows its own answer says no. */
  public BooleanProperty readWhilePresenting() {
    return readWhilePresenting;
  }

  /** Whether the read column is under the middle. */
  public ReadOnlyBooleanProperty folded() {
    return folded.getReadOnlyProperty();
  }

  // a sentence about what is wrong pushes the button below it out of a low window
  private void showComplaint() {
    if (choose.lookupAll(".complaint").stream().anyMatch(Node::isVisible)) {
      Platform.runLater(() -> chooseColumn.setVvalue(chooseColumn.getVmax()));
    }
  }

  private static ScrollPane scrolling(Region content, String styleClass) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    pane.getStyleClass().addAll("column-scroll", styleClass);
    return pane;
  }

  private static ObservableValue<Boolean> isVisible(Node node) {
    return node.visibleProperty()
        .flatMap(
            visible ->
                visible
                    ? node.parentProperty().flatMap(TabColumns::isVisible).orElse(true)
                    : new SimpleObjectProperty<>(false));
  }

  private void arrangeSoon() {
    // the width changes during layout, when children must stay where they are
    if (!arranging && !wanted().equals(arranged)) {
      arranging = true;
      Platform.runLater(
          () -> {
            arranging = false;
            arrange();
          });
    }
  }

  /**
   * @param instead what stands where the read column would; null for the read column
   * @param both whether there is room for both
   */
  private record Arrangement(
      boolean choose, boolean read, boolean fold, Region instead, boolean both) {}

  private Arrangement arranged;

  private Arrangement wanted() {
    boolean presenting = state.presenting().get();
    Region instead = getScene() != null && inView.getValue() ? state.readInstead().get() : null;
    return new Arrangement(
        !presenting || state.chooseUnfolded().get(),
        !presenting || readWhilePresenting.get() || instead != null,
        getWidth() > 0 && getWidth() < FOLD_BELOW,
        instead,
        !presenting && instead != null && getWidth() >= BOTH_FROM);
  }

  private void arrange() {
    Arrangement now = wanted();
    if (now.equals(arranged)) {
      return;
    }
    arranged = now;
    getChildren().clear();
    // a lesson stays in view, and the controls go below the middle instead
    boolean chooseBelow = now.fold() && now.choose() && now.instead() != null;
    boolean readBelow = now.fold() && now.read() && now.instead() == null;
    if (now.choose() && !chooseBelow) {
      chooseColumn.setContent(choose);
      getChildren().add(chooseColumn);
    }
    if (chooseBelow || readBelow) {
      (chooseBelow ? chooseColumn : readColumn).setContent(null);
      both.show(chooseBelow ? choose : read);
      getChildren().add(foldedColumn);
    } else {
      getChildren().add(see);
    }
    if (!readBelow && now.read() && (now.instead() == null || now.both())) {
      readColumn.setContent(read);
      getChildren().add(readColumn);
    }
    if (now.instead() != null) {
      getChildren().add(now.instead());
    }
    folded.set(readBelow);
  }

  /** The middle, as high as it would be alone, and below it what is read. */
  private static final class Folded extends Region {
    private final Region see;
    private final ObservableDoubleValue room;
    private Region read;

    Folded(Region see, Region read, ObservableDoubleValue room) {
      this.see = see;
      this.read = read;
      this.room = room;
      room.addListener((property, before, now) -> requestLayout());
    }

    /** Shows the middle and this below it. */
    void show(Region below) {
      read = below;
      getChildren().setAll(see, below);
    }

    private double seeHeight(double width) {
      return Math.max(room.get(), see.minHeight(width));
    }

    @Override
    protected double computeMinWidth(double height) {
      return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
      return seeHeight(width) + read.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
      double split = seeHeight(getWidth());
      see.resizeRelocate(0, 0, getWidth(), split);
      read.resizeRelocate(0, split, getWidth(), getHeight() - split);
    }
  }
}
