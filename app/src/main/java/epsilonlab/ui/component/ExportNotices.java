package epsilonlab.ui.component;

/** Hears on the FX thread how an export ended. */
public interface ExportNotices {
  /** One sentence, such as "Saved /home/ada/curve.png". */
  void done(String sentence);

  /** One sentence that says what is wrong and what to do. */
  void failed(String sentence);
}
