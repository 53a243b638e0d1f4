package epsilonlab.data;

/** The raw contents of two IDX files that belong together: 784 bytes an image, one a label. */
record IdxPart(byte[] pixels, byte[] labels) {}
