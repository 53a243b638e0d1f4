package epsilonlab.ui.lecture;

import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.report.capsule.Moment;
import epsilonlab.ui.Parts;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.cover.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Title, sentence and covered parts of a moment that is added or changed. */
final class MomentForm extends VBox {
  private static final int NEW = -1;

  private final LectureModel model;
  private final Supplier<TabParts> parts;
  private final TextField title = new TextField();
  private final TextField say = new TextField();
  private final FlowPane covers = new FlowPane(12, 6);
  private final Map<PartName, CheckBox> boxes = new LinkedHashMap<>();
  private final Button add = new Button("Add this moment", new FontIcon(Feather.PLUS));
  private final Button change = new Button("Change it", new FontIcon(Feather.CHECK));
  private final Button again = new Button("Take this view", new FontIcon(Feather.CAMERA));
  private final Button cancel = new Button("Cancel");
  private int editing = NEW;

  MomentForm(LectureModel model, Supplier<TabParts> parts) {
    this.model = model;
    this.parts = parts;
    getStyleClass().add("moment-form");
    title.setId("moment-title");
    title.setPromptText("Title");
    Parts.say(title, "What the line at the foot of the window calls this moment.");
    say.setId("moment-say");
    say.setPromptText("A sentence to say, such as: what will it answer?");
    Parts.say(say, "Stands beside the title while the moment is in view.");
    add.setId("moment-add");
    add.getStyleClass().add("primary-button");
    add.setOnAction(event -> add());
    Parts.say(add, "Takes down the tab in view with its model, digit and settings.");
    add.setAccessibleText(add.getText());
    change.setId("moment-change");
    change.getStyleClass().add("primary-button");
    change.setOnAction(event -> change(false));
    Parts.say(change, "Keeps the new title, sentence and covers; the view stays.");
    again.setId("moment-again");
    again.setOnAction(event -> change(true));
    Parts.say(again, "Keeps the changes, and sets the moment to what the window shows now.");
    cancel.setOnAction(event -> begin());
    Parts.say(cancel, "Leaves the moment as it was.");
    covers.setId("moment-covers");
    HBox buttons = new HBox(8, add, change, again, cancel);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            title,
            say,
            Parts.label("Cover until a key is pressed: what do you think?", "remark"),
            covers,
            buttons);
    begin();
  }

  /** Makes ready for a new moment of the view. */
  void begin() {
    editing = NEW;
    title.setText(model.proposedTitle());
    say.clear();
    offer(List.of(), inView());
    showButtons();
  }

  /** Takes up a moment to change it. */
  void edit(int index) {
    editing = index;
    Moment moment = model.moments().get(index);
    title.setText(moment.title());
    say.setText(moment.say());
    List<PartName> offered = new ArrayList<>(moment.covered());
    inView().stream().filter(part -> !offered.contains(part)).forEach(offered::add);
    offer(moment.covered(), offered);
    showButtons();
    title.requestFocus();
  }

  private List<PartName> inView() {
    TabParts now = parts.get();
    return PartNames.ALL.stream()
        .filter(
            part ->
                now.places(part.name()).stream()
                    .anyMatch(place -> Visible.isAny(Visible.inScene(place.node()))))
        .toList();
  }

  private void offer(List<PartName> chosen, List<PartName> offered) {
    boxes.clear();
    for (PartName part : offered) {
      CheckBox box = new CheckBox(part.noun());
      box.setId("cover-" + part.name().replace('.', '-'));
      box.setSelected(chosen.contains(part));
      Parts.say(
          box,
          "Covers the "
              + part.noun()
              + also(part, offered)
              + " until you press B, space or the remote.");
      boxes.put(part, box);
    }
    covers.getChildren().setAll(boxes.values());
  }

  /** What repeats its answer is covered as well. */
  private String also(PartName part, List<PartName> offered) {
    Set<String> all = parts.get().withRepeats(Set.of(part.name()));
    String others =
        offered.stream()
            .filter(other -> other != part && all.contains(other.name()))
            .map(PartName::noun)
            .collect(Collectors.joining(", the "));
    return others.isEmpty() ? "" : ", and what repeats it (the " + others + "),";
  }

  private void showButtons() {
    boolean fresh = editing == NEW;
    add.setVisible(fresh);
    add.setManaged(fresh);
    for (Button button : List.of(change, again, cancel)) {
      button.setVisible(!fresh);
      button.setManaged(!fresh);
    }
  }

  private String titleOrView() {
    String typed = title.getText().strip();
    return typed.isEmpty() ? model.proposedTitle() : typed;
  }

  private List<PartName> covered() {
    return boxes.entrySet().stream()
        .filter(box -> box.getValue().isSelected())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void add() {
    model.add(titleOrView(), say.getText().strip(), covered());
    begin();
  }

  private void change(boolean takeView) {
    Moment before = model.moments().get(editing);
    model.replace(
        editing,
        new Moment(
            titleOrView(),
            say.getText().strip(),
            takeView ? model.view() : before.settings(),
            covered()));
    begin();
  }
}
