package epsilonlab.ui.attack;

import atlantafx.base.controls.CustomTextField;
import epsilonlab.data.DataSet;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.component.DigitPicker;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left column: which digit, which attack, and the button that measures 1,000 digits. */
final class ChooseColumn extends VBox {
  private final AttackViewModel model;
  private final DigitChoice digits;

  ChooseColumn(LabServices services, AttackViewModel model, ObservableValue<FigureTheme> theme) {
    super(8);
    this.model = model;
    this.digits = model.digits();
    DigitPicker picker = picker(theme);
    VBox.setVgrow(picker, Priority.ALWAYS);
    getChildren()
        .addAll(
            heading(),
            searchRow(services, theme),
            filterRow(),
            complaint(digits.complaint()),
            picker,
            rule(),
            new AttackFields(model, theme),
            measure());
  }

  private Node heading() {
    Label title = new Label("Digit");
    title.getStyleClass().add("section-title");
    Label which = new Label();
    which.getStyleClass().add("remark");
    Runnable show = () -> which.setText(describe(digits.digit().get()));
    digits.digit().addListener((property, before, now) -> show.run());
    show.run();
    HBox row = new HBox(title, space(), which);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private String describe(Digit digit) {
    if (digit == null) {
      return "";
    }
    String what = ClassNames.withArticle(model.session(), digit.label());
    return digit.isDrawn() ? "drawn, " + what : "No. " + digit.index() + ", " + what;
  }

  private Node searchRow(LabServices services, ObservableValue<FigureTheme> theme) {
    CustomTextField search = new CustomTextField();
    FontIcon lens = new FontIcon(Feather.SEARCH);
    lens.getStyleClass().add("search-icon");
    search.setLeft(lens);
    search.setId("search");
    search.setPromptText("Index");
    search.setTooltip(new Tooltip("Type the number of a test digit, counted from 0."));
    search.setOnAction(event -> digits.search(search.getText()));
    HBox.setHgrow(search, Priority.ALWAYS);
    Button random = iconButton(Feather.SHUFFLE, "A random digit (R)", "random-digit");
    random.setOnAction(event -> digits.random());
    Button draw = iconButton(Feather.EDIT_2, "Draw a digit yourself", "draw-digit");
    draw.setOnAction(event -> new DrawPopup(digits, theme).show(draw));
    HBox row = new HBox(8, search, random, draw);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  static Button iconButton(Ikon icon, String tooltip, String id) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().add("boxed-icon-button");
    button.setTooltip(new Tooltip(tooltip));
    button.setAccessibleText(tooltip);
    button.setId(id);
    return button;
  }

  private Node filterRow() {
    ComboBox<Integer> classes = new ComboBox<>();
    classes.setId("class-filter");
    classes.setTooltip(new Tooltip("Offers the digits of one class only."));
    classes.getItems().add(DigitChoice.ANY_CLASS);
    for (int c = 0; c < 10; c++) {
      classes.getItems().add(c);
    }
    classes.setVisibleRowCount(11);
    classes.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer wanted) {
            return wanted == null || wanted == DigitChoice.ANY_CLASS
                ? "Any class"
                : ClassNames.of(model.session(), wanted);
          }

          @Override
          public Integer fromString(String text) {
            throw new UnsupportedOperationException("not editable");
          }
        });
    classes.setValue(digits.classFilter().get());
    classes.valueProperty().addListener((property, before, now) -> digits.classFilter().set(now));
    digits.classFilter().addListener((property, before, now) -> classes.setValue(now.intValue()));
    HBox.setHgrow(classes, Priority.ALWAYS);
    classes.setMaxWidth(Double.MAX_VALUE);
    CheckBox correct = new CheckBox("Only correct");
    correct.setMinWidth(Region.USE_PREF_SIZE);
    correct.setId("only-correct");
    correct.setTooltip(new Tooltip("Leaves out what the model gets wrong without an attack."));
    correct.selectedProperty().bindBidirectional(digits.onlyCorrect());
    HBox row = new HBox(12, classes, correct);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  static Label complaint(ObservableValue<String> text) {
    Label label = new Label();
    label.getStyleClass().addAll("muted", "danger-text");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(text);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private DigitPicker picker(ObservableValue<FigureTheme> theme) {
    DigitPicker picker =
        new DigitPicker(
            index -> model.session().data().get().test().image(index),
            index ->
                "No. "
                    + index
                    + ", "
                    + ClassNames.withArticle(
                        model.session(), model.session().data().get().test().label(index)));
    picker.setId("digit-picker");
    picker.themeProperty().bind(theme);
    picker.setMinHeight(116);
    picker.setPrefHeight(200);
    Runnable offer =
        () -> {
          picker.setIndices(digits.offered().get());
          Digit digit = digits.digit().get();
          picker.chosenProperty().set(digit == null ? -1 : digit.index());
        };
    digits.offered().addListener((property, before, now) -> offer.run());
    digits
        .digit()
        .addListener(
            (property, before, now) -> picker.chosenProperty().set(now == null ? -1 : now.index()));
    picker.chosenProperty().addListener((property, before, now) -> digits.choose(now.intValue()));
    model
        .session()
        .data()
        .addListener(
            (ObservableValue<? extends DataSet> property, DataSet before, DataSet now) ->
                picker.imagesChanged());
    offer.run();
    return picker;
  }

  private Node measure() {
    Button button = new Button("Attack 1,000 digits", new FontIcon(Feather.PLAY));
    button.setId("measure");
    button.getStyleClass().add("primary-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setTooltip(
        new Tooltip(
            "Measures accuracy against epsilon for every curve ticked under Curves (Space)."));
    button
        .disableProperty()
        .bind(model.session().model().isNull().or(model.session().data().isNull()));
    button.setOnAction(event -> model.curves().measure());
    VBox.setMargin(button, new javafx.geometry.Insets(8, 0, 0, 0));
    return button;
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    rule.setMinHeight(1);
    VBox.setMargin(rule, new javafx.geometry.Insets(8, 0, 0, 0));
    return rule;
  }

  static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
