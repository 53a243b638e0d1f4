package epsilonlab.ui;

import epsilonlab.data.DataSet;
import java.util.Locale;

/** Keeps the status bar's words on the data set and the seed up to date. */
final class StatusTexts {
  private StatusTexts() {}

  static void follow(LabSession session, LabState state, Dialogs dialogs, Messages messages) {
    session.data().addListener((property, before, now) -> state.dataText().set(describe(now)));
    state.seedText().bind(session.seed().asString("Seed %d"));
    state
        .seedMenu()
        .set(
            place ->
                dialogs
                    .askText("Seed", "Of everything random", String.valueOf(session.seed().get()))
                    .ifPresent(text -> choose(session, messages, text)));
  }

  private static void choose(LabSession session, Messages messages, String text) {
    try {
      session.seed().set(Long.parseLong(text));
    } catch (NumberFormatException notANumber) {
      messages.error("“" + text + "” is no seed: type a whole number, for example 0.");
    }
  }

  private static String describe(DataSet data) {
    String source =
        data.source().startsWith("local folder")
            ? "local folder"
            : data.source().startsWith("built in") ? "built in" : data.source();
    return String.format(
        Locale.ROOT,
        "%s, %,d + %,d, %s",
        data.title(),
        data.train().size(),
        data.test().size(),
        source);
  }
}
