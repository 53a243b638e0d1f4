package epsilonlab.report.figure;

import epsilonlab.model.ModelCard;
import java.util.List;

/**
 * The Okabe-Ito palette (without yellow) by model, the same in every chart. Okabe and Ito, "Color
 * Universal Design" (2008).
 */
public enum SeriesColours implements Hue {
  LENET(0x0072b2),
  MLP(0xe69f00),
  SMALL_CNN(0x009e73),
  LOGISTIC(0x56b4e9),
  FGSM_TRAINED(0xd55e00),
  PGD_TRAINED(0xcc79a7),
  MADRY_CNN(-1);

  private final int rgb;

  SeriesColours(int rgb) {
    this.rgb = rgb;
  }

  @Override
  public int on(FigureTheme theme) {
    if (this == MADRY_CNN) {
      return theme.ink();
    }
    return Colours.rgb(this == LENET && theme.dark() ? 0x1a86cc : rgb);
  }

  /** The colour of a model: of its training if that taught it to resist, else of its network. */
  public static SeriesColours of(ModelCard card) {
    String method = card.settings().get("method");
    return method == null || method.equals("standard")
        ? ofArchitecture(card.architecture())
        : ofMethod(method);
  }

  /** The colour of an architecture by its name on the command line; unknown ones get ink. */
  public static SeriesColours ofArchitecture(String name) {
    return switch (name) {
      case "lenet" -> LENET;
      case "mlp" -> MLP;
      case "small-cnn" -> SMALL_CNN;
      case "logistic" -> LOGISTIC;
      default -> MADRY_CNN;
    };
  }

  /** The colour of a training method by its name on the command line; unknown ones get ink. */
  public static SeriesColours ofMethod(String name) {
    return switch (name) {
      case "standard" -> SMALL_CNN;
      case "fgsm" -> FGSM_TRAINED;
      case "pgd" -> PGD_TRAINED;
      case "fast" -> LOGISTIC;
      case "trades" -> LENET;
      case "noise" -> MLP;
      default -> MADRY_CNN;
    };
  }

  /** A colour with the marker that tells it from another series of the same colour. */
  public record Look(SeriesColours colour, Marker marker) {}

  private static final List<Marker> AGAIN =
      List.of(Marker.NONE, Marker.RING, Marker.SQUARE, Marker.TRIANGLE, Marker.DIAMOND);

  /** The look of a series whose colour has {@code before} users already. */
  public Look again(int before) {
    return new Look(this, AGAIN.get(Math.min(before, AGAIN.size() - 1)));
  }
}
