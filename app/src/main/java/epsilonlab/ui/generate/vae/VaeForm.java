package epsilonlab.ui.generate.vae;

import epsilonlab.engine.LabException;
import epsilonlab.generative.Vae;
import epsilonlab.generative.VaeSettings;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Typed;
import epsilonlab.ui.generate.run.TypedField;
import epsilonlab.ui.generate.run.TypedForm;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What the user chose for the next VAE. Belongs to the FX thread; needs no screen. */
final class VaeForm {
  static final TypedField HIDDEN =
      TypedField.of("vae.hidden", "400", "number of hidden units", "a whole number from 1 to 8192");
  static final TypedField LATENT =
      TypedField.of(
          "vae.latent", "20", "number of latent dimensions z", "a whole number from 1 to 1024");
  static final TypedField BETA =
      TypedField.of("vae.beta", "1", "weight beta", "0 or more, for example 1");
  static final TypedField LEARNING_RATE =
      TypedField.of(
          "vae.learning-rate", "0.0005", "learning rate", "a number above 0, for example 0.001");
  static final TypedField BATCH =
      TypedField.of("vae.batch", "64", "batch size", "a whole number from 1 to 10000");
  static final TypedField EPOCHS =
      TypedField.of("vae.epochs", "10", "number of epochs", "a whole number from 1 to 10000");

  /** What suits the exercise's 20 dimensions, and what a map of 2 needs to unfold. */
  private static final Map<Integer, Map<TypedField, String>> RECIPES =
      Map.of(
          20, Map.of(LEARNING_RATE, "0.0005", BATCH, "64", EPOCHS, "10"),
          2, Map.of(LEARNING_RATE, "0.001", BATCH, "128", EPOCHS, "30"));

  private final TypedForm fields;

  VaeForm(LabSession session) {
    fields = new TypedForm(session, HIDDEN, LATENT, BETA, LEARNING_RATE, BATCH, EPOCHS);
  }

  TypedForm fields() {
    return fields;
  }

  /**
   * The settings, which are remembered.
   *
   * @throws LabException with the sentence to show
   */
  VaeSettings settings() {
    VaeSettings all =
        new VaeSettings(
            new Vae(fields.whole(HIDDEN), fields.whole(LATENT)),
            fields.decimal(BETA),
            fields.decimal(LEARNING_RATE),
            fields.whole(BATCH),
            fields.whole(EPOCHS),
            fields.seed());
    fields.remember();
    return all;
  }

  /**
   * Chooses 2 or 20 dimensions; a number that is still the other's recipe follows, one that the
   * user typed stays.
   */
  void chooseLatent(int latent) {
    Map<TypedField, String> recipe = RECIPES.get(latent);
    Map<TypedField, String> other = RECIPES.get(22 - latent);
    recipe.forEach(
        (field, value) -> {
          if (fields.text(field).get().strip().equals(other.get(field))) {
            fields.text(field).set(value);
          }
        });
    fields.text(LATENT).set(Integer.toString(latent));
  }

  /** What choosing this many dimensions brings along, to be said beside the choice. */
  static String recipeSentence(int latent) {
    Map<TypedField, String> recipe = RECIPES.get(latent);
    return "Also sets the learning rate %s, batch size %s and %s epochs, where you did not type others."
        .formatted(recipe.get(LEARNING_RATE), recipe.get(BATCH), recipe.get(EPOCHS));
  }

  /** How many dimensions the form says, if it says a number. */
  int latent() {
    return number(LATENT);
  }

  private int number(TypedField field) {
    try {
      return fields.whole(field);
    } catch (LabException notYet) {
      return -1;
    }
  }

  /** How many weights the network would have, if the sizes are right. */
  OptionalLong weights() {
    try {
      long count =
          new Vae(number(HIDDEN), number(LATENT))
              .shapes().values().stream().mapToLong(VaeForm::values).sum();
      return OptionalLong.of(count);
    } catch (LabException notYet) {
      return OptionalLong.empty();
    }
  }

  private static long values(long[] shape) {
    long product = 1;
    for (long side : shape) {
      product *= side;
    }
    return product;
  }

  /** The logarithm (base 10) of beta for the slider, if beta is a number above 0. */
  OptionalDouble logBeta() {
    try {
      double beta = fields.decimal(BETA);
      return beta > 0 ? OptionalDouble.of(Math.log10(beta)) : OptionalDouble.empty();
    } catch (LabException notYet) {
      return OptionalDouble.empty();
    }
  }

  /** Sets beta from the slider, to two digits. */
  void setLogBeta(double logarithm) {
    double beta = Math.pow(10, logarithm);
    double unit = beta < 1 ? 100 : beta < 9.95 ? 10 : 1;
    fields.text(BETA).set(Typed.number(Math.round(beta * unit) / unit));
  }
}
