package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** A call of the command line in this process, and what it said. */
record Call(int code, String out, String err) {
  static Call of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    int code =
        EpsilonLabCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), texts);
    return new Call(code, out.toString(), err.toString());
  }

  /** The document of a call that went well. */
  JsonObject document() {
    assertEquals(0, code, err);
    return JsonParser.parseString(out).getAsJsonObject();
  }

  JsonObject results() {
    return document().getAsJsonObject("results");
  }

  /** The one sentence of a call that did not. */
  String complaint(int expectedCode) {
    assertEquals(expectedCode, code, err);
    assertEquals("", out);
    assertEquals(1, err.strip().lines().count(), err);
    assertFalse(err.contains("Exception") || err.contains("\tat ") || err.isBlank(), err);
    assertTrue(err.strip().endsWith("."), err);
    return err.strip();
  }
}
