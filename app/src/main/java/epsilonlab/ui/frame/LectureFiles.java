package epsilonlab.ui.frame;

import epsilonlab.ui.lecture.LectureDesk;

/** What the list of moments does with its window: saves and opens capsules, and presents. */
record LectureFiles(LabWindow window) implements LectureDesk.Files {
  @Override
  public void save() {
    window.capsules().save();
  }

  @Override
  public void open() {
    window.capsules().open();
  }

  @Override
  public void present() {
    window.present();
  }
}
