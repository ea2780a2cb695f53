package health.sojourn.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the services whose sources are newer than their package, and packages them. */
final class Builds {
  private static final Pattern LIBRARY = Pattern.compile("<artifactId>sojourn-([a-z-]+)<");

  private static final int MOST_ERRORS = 12;

  private final Path root;
  private final Path home;
  private final boolean offline;

  Builds(Settings settings) {
    this.root = settings.root();
    this.home = settings.home();
    this.offline = settings.offline();
  }

  List<String> stale(List<String> services) {
    return services.stream().filter(this::isStale).toList();
  }

  /** Runs the Maven that runs us, for these services and the libraries they use, without tests. */
  void make(List<String> services) throws IOException {
    Path log = Files.createDirectories(home.resolve("log")).resolve("build.log");
    List<String> command = new ArrayList<>();
    command.add(maven());
    command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never", "-Dmaven.test.skip=true"));
    if (offline) {
      command.add("-o");
    }
    command.addAll(List.of("-pl", String.join(",", services), "-am", "package"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", Java.home());
    Process build = builder.start();
    try {
      if (build.waitFor() != 0) {
        throw new Trouble(
            "Building %s failed.%n%s".formatted(String.join(", ", services), errorsIn(log)));
      }
    } catch (InterruptedException e) {
      build.destroy();
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while building", e);
    }
  }

  private static String errorsIn(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.startsWith("[ERROR]") && !line.matches(".*(Help 1|re-run|-rf).*"))
          .distinct()
          .limit(MOST_ERRORS)
          .collect(Collectors.joining("\n    ", "    ", "\n  The whole log: " + log));
    }
  }

  private static String maven() {
    String mavenHome = System.getProperty("maven.home");
    return mavenHome == null ? "mvn" : Path.of(mavenHome, "bin", "mvn").toString();
  }

  private boolean isStale(String service) {
    Path jar = Service.jar(root, service);
    if (!Files.exists(jar)) {
      return true;
    }
    try {
      FileTime built = Files.getLastModifiedTime(jar);
      for (Path module : modulesOf(root.resolve(service))) {
        if (isNewer(module.resolve("pom.xml"), built)
            || anyNewer(module.resolve("src/main"), built)) {
          return true;
        }
      }
      return isNewer(root.resolve("pom.xml"), built);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The module itself and, as their poms say, the libraries it uses, theirs too. */
  private Set<Path> modulesOf(Path module) throws IOException {
    Set<Path> modules = new LinkedHashSet<>();
    collect(module, modules);
    return modules;
  }

  private void collect(Path module, Set<Path> modules) throws IOException {
    if (!modules.add(module)) {
      return;
    }
    for (String name :
        LIBRARY
            .matcher(Files.readString(module.resolve("pom.xml")))
            .results()
            .map(match -> match.group(1))
            .toList()) {
      Path library = root.resolve("libs").resolve(name);
      if (Files.exists(library.resolve("pom.xml")) && !name.equals("test-support")) {
        collect(library, modules);
      }
    }
  }

  private static boolean anyNewer(Path directory, FileTime built) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.filter(Files::isRegularFile).anyMatch(file -> isNewer(file, built));
    }
  }

  private static boolean isNewer(Path file, FileTime built) {
    try {
      return Files.getLastModifiedTime(file).compareTo(built) > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
