package epsilonlab.ui;

/**
 * One model in the picker.
 *
 * @param id what the library calls it
 * @param name for example "LeNet"
 * @param detail how it was trained, for example "Adam, 3 epochs"; shown in its tooltip
 * @param percent its accuracy as it is shown, "98.0 %", or empty
 * @param seriesColour its colour in charts as hex, for example {@code #0072B2}
 */
public record ModelChoice(
    String id, String name, String detail, String percent, String seriesColour) {}
