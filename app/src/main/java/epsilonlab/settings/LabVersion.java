package epsilonlab.settings;

/** Which version of the lab this is. */
public final class LabVersion {
  private LabVersion() {}

  /** The version as the build wrote it, or {@code development} outside of the built folder. */
  public static String current() {
    String version = LabVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
