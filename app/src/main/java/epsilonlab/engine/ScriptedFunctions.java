package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * PyTorch functions that DJL has no name for, by way of a TorchScript module that is written here:
 * the archive is a zip with the text of {@code functions.torchscript} and a pickled empty object
 * (decision 9). May be called from several threads at once.
 */
final class ScriptedFunctions {
  // protocol 2; an object of class __torch__.Functions with its two fixed fields
  private static final String OBJECT =
      "\u0080\u0002c__torch__\nFunctions\n)\u0081}("
          + "X\b\0\0\0training\u0088"
          + "X\u0016\0\0\0_is_full_backward_hookNub.";

  private static final String EMPTY_TUPLE = "\u0080\u0002).";

  private static PtSymbolBlock module;

  private ScriptedFunctions() {}

  /** Compiles the functions; to be called once, after the engine is there. */
  static synchronized void load(NDManager manager) {
    if (module == null) {
      try (InputStream archive = new ByteArrayInputStream(archive())) {
        module = JniUtils.loadModule((PtNDManager) manager, archive, false, false);
      } catch (IOException e) {
        throw new IllegalStateException("functions.torchscript cannot be read", e);
      }
    }
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream code = ScriptedFunctions.class.getResourceAsStream("functions.torchscript");
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "data.pkl", OBJECT.getBytes(StandardCharsets.ISO_8859_1));
      put(zip, "code/__torch__.py", code.readAllBytes());
      put(zip, "constants.pkl", EMPTY_TUPLE.getBytes(StandardCharsets.ISO_8859_1));
      put(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
      put(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry("functions/" + name));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Whether autograd follows this array; DJL's {@code hasGradient} knows it of leaves only. */
  static boolean requiresGradient(NDArray array) {
    return run("requires_grad", IValue.from((PtNDArray) array));
  }

  /** One fused step of Adam, in place; {@code steps} holds the number of this step, from 1. */
  static void adam(
      List<NDArray> weights,
      List<NDArray> gradients,
      List<NDArray> means,
      List<NDArray> squares,
      List<NDArray> steps,
      double rate,
      double weightDecay) {
    run(
        "adam",
        list(weights),
        list(gradients),
        list(means),
        list(squares),
        list(steps),
        IValue.from(rate),
        IValue.from(weightDecay));
  }

  private static IValue list(List<NDArray> arrays) {
    return IValue.listFrom(arrays.toArray(PtNDArray[]::new));
  }

  private static boolean run(String function, IValue... arguments) {
    try (IValue answer = IValueUtils.runMethod(module, function, arguments)) {
      return answer.toBoolean();
    } finally {
      for (IValue argument : arguments) {
        argument.close();
      }
    }
  }
}
