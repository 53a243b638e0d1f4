package epsilonlab.ui.lesson;

import epsilonlab.lesson.Lesson;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card over the window from which a lesson is chosen. */
final class LessonList extends VBox {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 640;
  private static final int AT_ONCE = 3;
  private static final long PULSE_MILLIS = 17;

  private final LabServices services;
  private final LessonShelf shelf;
  private final Consumer<Lesson> open;
  private final VBox rows = new VBox();
  private final VBox faults = new VBox(4);
  private final Label folder = new Label();
  private long filling;

  /**
   * @param open opens a lesson
   */
  LessonList(LabServices services, LessonShelf shelf, Consumer<Lesson> open) {
    this.services = services;
    this.shelf = shelf;
    this.open =
        lesson -> {
          services.state().overlay().set(null);
          open.accept(lesson);
        };
    setId("lesson-list");
    getStyleClass().addAll("popover-card", "lesson-list");
    getStylesheets()
        .add(
            Objects.requireNonNull(LessonList.class.getResource("/epsilonlab/ui/css/lesson.css"))
                .toExternalForm());
    setMaxSize(WIDTH, HEIGHT);
    setFocusTraversable(true);
    setAccessibleText("Lessons");
    ScrollPane scroll = new ScrollPane(new VBox(rows, faults));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().addAll("column-scroll", "lesson-list-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    rows.getStyleClass().add("lesson-rows");
    faults.getStyleClass().add("lesson-faults");
    getChildren().addAll(head(), scroll);
    if (!services.state().isKiosk()) {
      getChildren().add(foot());
    }
    shelf
        .stock()
        .addListener(
            (property, before, now) -> {
              // it is read anew at every opening
              if (!now.equals(before)) {
                show(now);
              }
            });
    show(shelf.stock().get());
  }

  private HBox head() {
    Button close =
        Parts.iconButton(Feather.X, "Close (Esc)", () -> services.state().overlay().set(null));
    HBox head =
        new HBox(
            12,
            Parts.label("Lessons", "help-title"),
            Parts.label("predict, then look", "remark"),
            Parts.spring(),
            close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox foot() {
    Button file = new Button("Open lesson file…", new FontIcon(Feather.FILE_TEXT));
    file.setId("lesson-open-file");
    file.setMinWidth(USE_PREF_SIZE);
    Parts.say(file, "Opens a lesson of your own, a Markdown file (docs/writing-lessons.md).");
    file.setAccessibleText(file.getText());
    file.setOnAction(event -> shelf.openFile(open));
    Button dir = new Button("Folder…", new FontIcon(Feather.FOLDER));
    dir.setId("lesson-folder");
    dir.setMinWidth(USE_PREF_SIZE);
    Parts.say(dir, "Chooses the folder whose lessons are listed here as well.");
    dir.setAccessibleText("Folder with your own lessons");
    dir.setOnAction(
        event -> {
          shelf.chooseFolder();
          showFolder();
        });
    folder.getStyleClass().add("remark");
    folder.setMinWidth(0);
    HBox foot = new HBox(8, file, dir, folder);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  /** Reads everything anew and lies over the window. */
  void open() {
    shelf.load();
    showFolder();
    services.state().overlay().set(this);
  }

  private void showFolder() {
    folder.setText(
        shelf.folder().map(dir -> "your own: " + dir).orElse("no folder of your own yet"));
  }

  private void show(LessonShelf.Stock stock) {
    rows.getChildren().clear();
    if (stock == LessonShelf.Stock.NONE) {
      rows.getChildren().add(Parts.label("Reading the lessons …", "muted", "lesson-list-reading"));
    }
    addRows(++filling, stock.entries());
    faults.getChildren().setAll(stock.faults().stream().map(LessonList::fault).toList());
  }

  /** A few at a time: all of them would take longer to be styled than a frame lasts. */
  private void addRows(long mine, List<LessonShelf.Entry> left) {
    if (mine != filling || left.isEmpty()) {
      return;
    }
    int few = Math.min(left.size(), AT_ONCE);
    rows.getChildren().addAll(left.subList(0, few).stream().map(this::row).toList());
    List<LessonShelf.Entry> more = left.subList(few, left.size());
    CompletableFuture.delayedExecutor(PULSE_MILLIS, TimeUnit.MILLISECONDS, services.fx())
        .execute(() -> addRows(mine, more));
  }

  private Node row(LessonShelf.Entry entry) {
    LessonRow row = new LessonRow(entry);
    row.setOnAction(event -> shelf.open(entry, open));
    return row;
  }

  private static Node fault(String sentence) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().addAll("card-warning", "lesson-fault");
    return label;
  }
}
