package epsilonlab.ui.generate.run;

import epsilonlab.settings.Setting;

/**
 * A field of a form that is typed into.
 *
 * @param noun what it is called in sentences, after "The"
 * @param allowed what may be typed, for example "a number above 0"
 * @param remembered the text that was right last
 */
public record TypedField(String noun, String allowed, Setting<String> remembered) {
  /**
   * A field with a setting of its own.
   *
   * @param setting its name, for example {@code gan.batch}
   * @param initial what stands in it until the user types
   */
  public static TypedField of(String setting, String initial, String noun, String allowed) {
    return new TypedField(noun, allowed, Setting.of(setting, String.class, initial));
  }

  /** Whether a sentence complains of this field. */
  public boolean isBlamedBy(String sentence) {
    return sentence.startsWith("The " + noun + " is ")
        || sentence.startsWith("The size of one of the " + plural() + " is ")
        || sentence.startsWith("The number of " + plural() + " is ");
  }

  // "sizes of the hidden layers of the generator" blames for "hidden layers of the generator" too
  private String plural() {
    return noun.replace("list of ", "");
  }
}
