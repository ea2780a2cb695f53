package health.sojourn.containers;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A service's image as the Dockerfile says: its directory, command line and environment. */
record Image(String service) {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  static List<String> instructions(String word) {
    return Checkout.text("deploy/containers/Dockerfile")
        .lines()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1).trim())
        .toList();
  }

  /** What a COPY takes from the checkout, without its target. */
  List<Path> sources() {
    return copies().stream()
        .flatMap(copy -> copy.subList(0, copy.size() - 1).stream())
        .map(Checkout::file)
        .toList();
  }

  List<String> command() {
    List<String> command = new ArrayList<>(quoted(instructions("ENTRYPOINT").get(0)));
    command.addAll(quoted(instructions("CMD").get(0)));
    return command;
  }

  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    for (String line : instructions("ENV")) {
      String[] part = line.split("=", 2);
      environment.put(part[0], part[1]);
    }
    return environment;
  }

  /** Copies what the Dockerfile copies; the working directory is then below {@code root}. */
  Path build(Path root) throws IOException {
    Path directory = root.resolve(instructions("WORKDIR").get(0).substring(1));
    for (List<String> copy : copies()) {
      Path target = directory.resolve(copy.get(copy.size() - 1)).normalize();
      for (String source : copy.subList(0, copy.size() - 1)) {
        copy(Checkout.file(source), target);
      }
    }
    return directory;
  }

  /**
   * Whether {@code .dockerignore} leaves the file in the build's context: the last line decides.
   */
  static boolean isSent(Path file) {
    Path relative = Checkout.ROOT.relativize(file);
    boolean sent = true;
    for (String line : Checkout.text(".dockerignore").lines().toList()) {
      String pattern = line.startsWith("!") ? line.substring(1) : line;
      if (matches(pattern, relative)) {
        sent = line.startsWith("!");
      }
    }
    return sent;
  }

  private static boolean matches(String pattern, Path file) {
    for (int names = 1; names <= file.getNameCount(); names++) {
      Path beginning = file.subpath(0, names);
      if (FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(beginning)) {
        return true;
      }
    }
    return false;
  }

  private List<List<String>> copies() {
    return instructions("COPY").stream()
        .map(line -> Arrays.asList(line.replace("${SERVICE}", service).split("\\s+")))
        .toList();
  }

  private static void copy(Path source, Path target) throws IOException {
    if (Files.isDirectory(source)) {
      for (Path file : Checkout.filesIn(source)) {
        link(file, target.resolve(source.relativize(file).toString()));
      }
    } else {
      link(source, target.resolve(source.getFileName()));
    }
  }

  private static void link(Path file, Path target) throws IOException {
    if (!isSent(file)) {
      throw new AssertionError(".dockerignore keeps back " + file);
    }
    Files.createDirectories(target.getParent());
    Files.createLink(target, file);
  }

  private static List<String> quoted(String json) {
    return QUOTED.matcher(json).results().map(found -> found.group(1)).toList();
  }
}
