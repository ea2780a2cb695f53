package health.sojourn.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One of our four services, as its package build left it. */
final class Service implements Part {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /**
   * Everything passes the gateway: its code is worth the slower compiler, which makes it twice as
   * fast and takes 40 MB.
   */
  private static final Map<String, List<String>> MORE_OPTIONS =
      Map.of("gateway", List.of("-XX:TieredStopAtLevel=4"));

  private final Settings settings;
  private final String name;
  private final Supplier<Map<String, String>> environment;
  private volatile Child child;

  Service(Settings settings, String name, Supplier<Map<String, String>> environment) {
    this.settings = settings;
    this.name = name;
    this.environment = environment;
  }

  static Path jar(Path root, String service) {
    return root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    List<String> command = new ArrayList<>();
    command.add(Java.program());
    command.add("@" + settings.root().resolve("deploy/jvm.options"));
    command.addAll(MORE_OPTIONS.getOrDefault(name, List.of()));
    command.addAll(List.of("-jar", jar(settings.root(), name).toString()));
    Map<String, String> variables = new HashMap<>(environment.get());
    // Each of glibc's arenas keeps memory of its own; two are enough here.
    variables.put("MALLOC_ARENA_MAX", "2");
    child = Child.start(settings.home(), name, "TERM", command, variables);
    child.awaitReady(name, () -> Http.status(readyUrl()) == 200, LIMIT);
  }

  @Override
  public Optional<Child> child() {
    return Optional.ofNullable(child);
  }

  @Override
  public Path log() {
    return settings.home().resolve("log").resolve(name + ".log");
  }

  private String readyUrl() {
    return "http://127.0.0.1:%d/q/health/ready".formatted(settings.ports().management().get(name));
  }
}
