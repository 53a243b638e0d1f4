package epsilonlab.ui.photo;

import epsilonlab.photo.Photo;
import epsilonlab.photo.PhotoPng;
import epsilonlab.photo.TestFiles;
import epsilonlab.ui.LabServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A picture, the names of six classes, and the small network that knows them. */
final class PhotoWorld {
  final Path picture;
  final Path names;
  final Path network = TestFiles.path("small.pt");

  PhotoWorld(Path folder) throws IOException {
    picture = folder.resolve("pattern.png");
    Files.write(picture, PhotoPng.of(TestFiles.picture(Photo.SIDE, Photo.SIDE)));
    names = folder.resolve("names.txt");
    Files.write(names, TestFiles.NAMES.labels());
  }

  /** Lets the lab remember the class names, as if they had been chosen. */
  void rememberNames(LabServices services) {
    services.session().settings().set(PhotoKept.CLASSES, names.toString());
  }
}
