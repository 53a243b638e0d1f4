package epsilonlab.ui.photo;

import epsilonlab.job.Work;
import epsilonlab.photo.PhotoPng;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.Picture;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.Failures;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.component.EllipsisMenu;
import epsilonlab.ui.component.ExportNotices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Copies or saves the three pictures, pixel by pixel. */
final class PictureMenu extends EllipsisMenu {
  private final LabServices services;
  private final ExportNotices notices;

  PictureMenu(LabServices services, PhotoViewModel model, PicturesPane pane) {
    super("Copy or save these pictures");
    this.services = services;
    this.notices = ExportPorts.notices(services.messages());
    setId("photo-pictures-menu");
    entries(
        "original",
        () -> {
          PhotoChoice.Opened opened = model.photos().photo().get();
          return opened == null ? null : opened.photo().picture();
        });
    entries("change", pane::shownChange);
    entries(
        "adversarial",
        () -> {
          PhotoResult result = model.result().get();
          return result == null ? null : epsilonlab.photo.Photo.picture(result.adversarial());
        });
  }

  private void entries(String name, Supplier<Picture> picture) {
    item("Copy " + name, () -> copy(name, picture.get()));
    item("Save " + name + " as PNG…", () -> save(name, picture.get()));
  }

  private void copy(String name, Picture picture) {
    if (picture == null) {
      notices.failed("There is no " + name + " picture yet; attack the photo first.");
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putImage(PhotoImages.of(picture));
    Clipboard.getSystemClipboard().setContent(content);
    notices.done("Copied the " + name + " picture");
  }

  private void save(String name, Picture picture) {
    if (picture == null) {
      notices.failed("There is no " + name + " picture yet; attack the photo first.");
      return;
    }
    ExportPorts.files(services.dialogs())
        .saveAs(name, "png")
        .ifPresent(path -> write(path, picture));
  }

  private void write(Path path, Picture picture) {
    services
        .jobs()
        .submit(
            Work.following(
                "Save " + path.getFileName(),
                () -> {
                  Files.write(path, PhotoPng.of(picture));
                  return path;
                }))
        .future()
        .whenComplete(
            (written, failure) ->
                services
                    .fx()
                    .execute(
                        () -> {
                          if (failure == null) {
                            notices.done("Saved " + written);
                          } else {
                            notices.failed(sentence(path, failure));
                          }
                        }));
  }

  private static String sentence(Path path, Throwable failure) {
    return Failures.cause(failure) instanceof IOException
        ? path + " could not be written; choose another folder."
        : Failures.sentence(failure);
  }
}
