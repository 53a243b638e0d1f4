package epsilonlab.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The number formats that are read from safetensors files; all become float32. */
enum Dtype {
  F16(2),
  F32(4),
  F64(8);

  private final int size;

  Dtype(int size) {
    this.size = size;
  }

  /** The format of that name, if it is one that the lab reads. */
  static Optional<Dtype> of(String name) {
    return Arrays.stream(values()).filter(dtype -> dtype.name().equals(name)).findFirst();
  }

  /** Bytes a value. */
  int size() {
    return size;
  }

  /** The next {@code count} values; a double beyond float32 becomes infinite. */
  float[] decode(ByteBuffer data, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (this) {
            case F16 -> half(data.getShort());
            case F32 -> data.getFloat();
            case F64 -> (float) data.getDouble();
          };
    }
    return values;
  }

  /** IEEE 754 binary16 to binary32, exactly; {@code Float.float16ToFloat} came with Java 20. */
  static float half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float magnitude;
    if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((float) fraction, -24);
    } else {
      magnitude = Math.scalb((float) (fraction | 0x400), exponent - 25);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
