package epsilonlab.ui.photo;

import epsilonlab.photo.Picture;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures for the screen. */
final class PhotoImages {
  private PhotoImages() {}

  /** The same pixels. */
  static Image of(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(
            0, 0, width, height, PixelFormat.getByteRgbInstance(), picture.rgb(), 0, 3 * width);
    return image;
  }
}
