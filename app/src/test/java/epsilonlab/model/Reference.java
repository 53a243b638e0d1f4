package epsilonlab.model;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.data.DataSets;
import epsilonlab.data.ImageSet;
import epsilonlab.data.RealData;
import epsilonlab.engine.Compute;
import epsilonlab.report.NumpyFiles;
import epsilonlab.report.NumpyFiles.NumpyArray;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** The models and the numbers that PyTorch left in shared/reference; skips the test without. */
public final class Reference {
  /** The models with reference values. */
  public static final List<String> MODELS = List.of("logistic", "mlp", "lenet", "small-cnn");

  private static ImageSet mnistTest;

  private Reference() {}

  /** A reference model on the device. */
  public static Classifier classifier(Compute compute, String model) {
    var file = SharedFiles.of("reference/" + model + ".safetensors");
    return new Classifier(
        compute, model, Architectures.get(model), Safetensors.read(file).weights());
  }

  /** Arrays for the first 20 digits. */
  public static Map<String, NumpyArray> first20(String model) throws IOException {
    return NumpyFiles.npz(SharedFiles.of("reference/" + model + "-first20.npz"));
  }

  /** A model's part of facts.json. */
  public static JsonObject facts(String model) throws IOException {
    return allFacts().getAsJsonObject("models").getAsJsonObject(model);
  }

  /** The epsilons of the accuracies in facts.json. */
  public static List<Double> epsilons() throws IOException {
    return allFacts().getAsJsonArray("epsilons").asList().stream()
        .map(e -> e.getAsDouble())
        .toList();
  }

  private static JsonObject allFacts() throws IOException {
    return JsonParser.parseString(Files.readString(SharedFiles.of("reference/facts.json")))
        .getAsJsonObject();
  }

  /** MNIST's first test digits. */
  public static synchronized ImageSet mnistTest(int count) {
    if (mnistTest == null) {
      mnistTest = DataSets.fromFolder(RealData.folder(), "mnist").test();
    }
    return mnistTest.slice(0, count);
  }
}
