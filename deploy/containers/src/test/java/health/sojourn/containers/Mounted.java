package health.sojourn.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a container's script from a directory with the files that the compose file mounts. */
final class Mounted {
  private Mounted() {}

  static void run(Compose compose, String service, Map<String, String> environment, Path root)
      throws IOException, InterruptedException {
    Path log = root.resolve(service + ".log");
    Files.createDirectories(root);
    ProcessBuilder builder =
        new ProcessBuilder(command(compose, service, root))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertEquals(true, process.waitFor(60, TimeUnit.SECONDS), service);
    assertEquals(0, process.exitValue(), () -> service + ": " + read(log));
  }

  private static List<String> command(Compose compose, String service, Path root)
      throws IOException {
    Map<String, Object> definition = compose.service(service);
    List<String> command = new ArrayList<>(Compose.list(definition, "entrypoint"));
    command.addAll(Compose.list(definition, "command"));
    for (String volume : Compose.list(definition, "volumes")) {
      String[] part = volume.split(":");
      if (part[0].startsWith("./")) {
        Path place = root.resolve(part[1].substring(1));
        Files.createDirectories(place.getParent());
        Files.deleteIfExists(place);
        Files.createSymbolicLink(place, Checkout.file(part[0].substring(2)));
        command.replaceAll(word -> word.equals(part[1]) ? place.toString() : word);
      }
    }
    return command;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
