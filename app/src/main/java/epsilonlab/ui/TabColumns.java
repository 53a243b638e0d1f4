package epsilonlab.ui;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The layout of a tab: choose (264), see (all the rest), read (304). Below 1100 the read column
 * folds under the middle, which scrolls then; the side columns scroll if they must. While the
 * window is presenting, the left column folds away.
 */
public final class TabColumns extends HBox {
  /** Below this width there are two columns only. */
  public static final double FOLD_BELOW = 1100;

  private final LabState state;
  private final Region see;
  private final Region read;
  private final ScrollPane chooseColumn;
  private final ScrollPane readColumn;
  private final BooleanProperty readWhilePresenting = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper();
  private final Folded both;
  private final ScrollPane foldedColumn;
  private boolean arranging;

  /** Each part brings its content only; surfaces, padding and lines come from here. */
  public TabColumns(LabState state, Region choose, Region see, Region read) {
    this.state = state;
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

  private static ScrollPane scrolling(Region content, String styleClass) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    pane.getStyleClass().addAll("column-scroll", styleClass);
    return pane;
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

  private record Arrangement(boolean choose, boolean read, boolean fold) {}

  private Arrangement arranged;

  private Arrangement wanted() {
    boolean presenting = state.presenting().get();
    return new Arrangement(
        !presenting || state.chooseUnfolded().get(),
        !presenting || readWhilePresenting.get(),
        getWidth() > 0 && getWidth() < FOLD_BELOW);
  }

  private void arrange() {
    Arrangement now = wanted();
    if (now.equals(arranged)) {
      return;
    }
    arranged = now;
    getChildren().clear();
    if (now.choose()) {
      getChildren().add(chooseColumn);
    }
    if (now.fold() && now.read()) {
      getChildren().add(foldedMiddle());
    } else {
      getChildren().add(see);
      if (now.read()) {
        readColumn.setContent(read);
        getChildren().add(readColumn);
      }
    }
    folded.set(now.fold() && now.read());
  }

  private Node foldedMiddle() {
    readColumn.setContent(null);
    both.getChildren().setAll(see, read);
    return foldedColumn;
  }

  /** The middle, as high as it would be alone, and below it what is read. */
  private static final class Folded extends Region {
    private final Region see;
    private final Region read;
    private final ObservableDoubleValue room;

    Folded(Region see, Region read, ObservableDoubleValue room) {
      this.see = see;
      this.read = read;
      this.room = room;
      room.addListener((property, before, now) -> requestLayout());
    }

    @Override
    public ObservableList<Node> getChildren() {
      return super.getChildren();
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
