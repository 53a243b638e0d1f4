package epsilonlab.engine;

import ai.djl.Device;
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
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Functions that PyTorch runs without coming back to Java, compiled from text. DJL has no compiler
 * for it, but loads archives; so the archive is written here: a zip with the text and a pickled
 * empty object (docs/decisions/0009).
 *
 * <p>The functions run without autograd, in PyTorch's inference mode: what they return may be read
 * and computed with, but neither changed in place nor made the leaf of a graph; {@link
 * NDArray#duplicate()} gives an ordinary array. They may be called from several threads at once.
 */
public final class TorchScript {
  // protocol 2: an object of class __torch__.Functions with its two fixed fields
  private static final String OBJECT =
      "\u0080\u0002c__torch__\nFunctions\n)\u0081}("
          + "X\b\0\0\0training\u0088"
          + "X\u0016\0\0\0_is_full_backward_hookNub.";

  private static final String EMPTY_TUPLE = "\u0080\u0002).";

  private static final String HEAD =
      """
      class Functions(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        _is_full_backward_hook : Optional[bool]
      """;

  private final PtSymbolBlock module;

  private TorchScript(PtSymbolBlock module) {
    this.module = module;
  }

  /**
   * Compiles functions; what is compiled lives as long as the process.
   *
   * @param functions the text of functions in TorchScript's serialised dialect, each indented by
   *     two spaces and with {@code self} as its first parameter
   */
  public static TorchScript compile(String functions) {
    NDManager manager = EngineLoader.load().newBaseManager(Device.cpu());
    try (InputStream archive = new ByteArrayInputStream(archive(HEAD + functions))) {
      return new TorchScript(JniUtils.loadModule((PtNDManager) manager, archive, false, false));
    } catch (IOException e) {
      throw new IllegalStateException("an archive in memory cannot be read", e);
    }
  }

  private static byte[] archive(String code) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "data.pkl", OBJECT.getBytes(StandardCharsets.ISO_8859_1));
      put(zip, "code/__torch__.py", code.getBytes(StandardCharsets.US_ASCII));
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

  /**
   * Calls a function that returns one tensor.
   *
   * @param owner the manager of the result
   * @param arguments arrays, lists of arrays, numbers of type double or long
   */
  public NDArray array(String function, NDManager owner, Object... arguments) {
    try (IValue answer = run(function, arguments)) {
      return answer.toTensor((PtNDManager) owner);
    }
  }

  /** Calls a function that returns a list of tensors. */
  public List<NDArray> arrays(String function, NDManager owner, Object... arguments) {
    try (IValue answer = run(function, arguments)) {
      return List.of(answer.toTensorArray((PtNDManager) owner));
    }
  }

  private IValue run(String function, Object... arguments) {
    IValue[] values = Arrays.stream(arguments).map(TorchScript::value).toArray(IValue[]::new);
    try {
      return IValueUtils.runMethod(module, function, values);
    } finally {
      for (IValue value : values) {
        value.close();
      }
    }
  }

  private static IValue value(Object argument) {
    if (argument instanceof NDArray array) {
      return IValue.from((PtNDArray) array);
    }
    if (argument instanceof Double number) {
      return IValue.from(number.doubleValue());
    }
    if (argument instanceof Long number) {
      return IValue.from(number.longValue());
    }
    PtNDArray[] arrays =
        ((List<?>) argument).stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new);
    return IValue.listFrom(arrays);
  }
}
