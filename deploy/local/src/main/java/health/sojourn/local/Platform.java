package health.sojourn.local;

import health.sojourn.local.Progress.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The whole of Sojourn on one machine: what it stands on and its four services, each a process of
 * its own on loopback. Starting is as parallel as the parts' needs allow; stopping goes backwards.
 */
public final class Platform implements AutoCloseable {
  public static final List<String> SERVICES =
      List.of("content-service", "provider-service", "inquiry-service", "gateway");

  private final Settings settings;
  private final Progress progress;
  private final Home home;
  private final FirstAdmin firstAdmin;
  private final Postgres postgres;
  private final Kafka kafka;
  private final Keycloak keycloak;
  private final Inbox inbox;
  private final Databases databases;
  private final ServiceEnvironment environment;
  private final Map<String, Service> services = new ConcurrentHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final Set<Part> running = ConcurrentHashMap.newKeySet();
  private final List<Part> started = new CopyOnWriteArrayList<>();
  private final Map<String, Duration> startTimes = new ConcurrentHashMap<>();
  private final ExecutorService workers = Executors.newCachedThreadPool(Platform::daemon);
  private volatile boolean stopping;

  public Platform(Settings settings, Progress progress) {
    this(settings, progress, SERVICES);
  }

  /** What the services stand on, for services that somebody else starts. */
  public static Platform withoutServices(Settings settings, Progress progress) {
    return new Platform(settings, progress, List.of());
  }

  private Platform(Settings settings, Progress progress, List<String> ours) {
    this.settings = settings;
    this.progress = progress;
    this.home = new Home(settings.home());
    home.take();
    Secrets secrets = new Secrets(settings.home().resolve("secrets"));
    this.firstAdmin = FirstAdmin.of(settings);
    this.postgres = new Postgres(settings, secrets);
    this.databases =
        settings.outside().postgres() == null
            ? postgres.databases()
            : Databases.at(settings.outside().postgres(), secrets.word("databases"));
    this.kafka = new Kafka(settings);
    this.keycloak = new Keycloak(settings, secrets, databases, firstAdmin);
    this.inbox = new Inbox(settings);
    this.environment = new ServiceEnvironment(settings, secrets, databases, keycloak);
    for (String name : SERVICES) {
      services.put(name, new Service(settings, name, () -> environment.of(name)));
    }
    chooseParts(ours);
  }

  private void chooseParts(List<String> ours) {
    Settings.Outside outside = settings.outside();
    choose(postgres, outside.postgres());
    choose(kafka, outside.kafka());
    choose(keycloak, outside.oidc());
    choose(inbox, outside.smtp());
    ours.forEach(name -> choose(services.get(name), null));
  }

  private void choose(Part part, String elsewhere) {
    if (elsewhere == null) {
      parts.add(part);
      progress.changed(part.name(), State.WAITING, "");
    } else {
      progress.changed(part.name(), State.OUTSIDE, "");
    }
  }

  /**
   * Returns when everything answers.
   *
   * @throws Trouble when a part fails; the others are then stopped again
   */
  public Platform start() {
    try {
      home.endLeftovers(parts.stream().map(Part::name).toList(), progress);
      parts.forEach(Part::endLeftover);
      refuseTakenPorts();
      startParts();
      return this;
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  /** Stops what runs, what depends on others first. Does nothing the second time. */
  public synchronized void stop() {
    if (stopping) {
      return;
    }
    stopping = true;
    CompletableFuture<?>[] services =
        SERVICES.stream()
            .map(name -> CompletableFuture.runAsync(() -> stop(this.services.get(name)), workers))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(services).join();
    List.of(keycloak, kafka, inbox, postgres).forEach(this::stop);
    workers.shutdownNow();
    home.close();
  }

  @Override
  public void close() {
    stop();
  }

  /** Where people and other programs reach the platform. */
  public String url() {
    return settings.publicUrl();
  }

  public Settings settings() {
    return settings;
  }

  /** Keycloak's token endpoint and all else of the realm, not through the gateway. */
  public String realmUrl() {
    return settings.outside().oidc() == null ? keycloak.realmUrl() : settings.outside().oidc();
  }

  /** What a service is told through its environment. */
  public Map<String, String> environmentOf(String service) {
    return environment.of(service);
  }

  /** What Keycloak is told through its environment. */
  public Map<String, String> keycloakEnvironment() {
    return keycloak.environment();
  }

  /** PostgreSQL's settings that keep what people typed out of its log. */
  public static Map<String, String> postgresLogSettings() {
    return Postgres.LOG_WITHOUT_DATA;
  }

  /** The mails that were sent, while the inbox is ours. */
  public Inbox inbox() {
    return inbox;
  }

  /** How long each part took from the beginning of its own start until it answered. */
  public Map<String, Duration> startTimes() {
    return Map.copyOf(startTimes);
  }

  public long pid(String part) {
    return process(part).pid();
  }

  /**
   * Ends a part as a crash would, PostgreSQL as the end of its machine would; it stays away until
   * {@link #start(String)}.
   */
  public void kill(String part) {
    running.remove(part(part));
    part(part).kill();
  }

  /**
   * Starts a part that was killed, and returns when it can be used.
   *
   * @throws Trouble when it does not come up, for want of another part perhaps
   */
  public void start(String part) {
    startNow(part(part));
  }

  /** Stops a part where it is: it keeps its connections and answers nobody. */
  public void pause(String part) {
    process(part).pause();
  }

  /** Lets a part go on after {@link #pause}. */
  public void resume(String part) {
    process(part).resume();
  }

  private Part part(String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No part of ours is called " + name));
  }

  private Child process(String part) {
    return part(part)
        .child()
        .orElseThrow(() -> new IllegalStateException(part + " has no process of its own"));
  }

  /**
   * Removes what an earlier run left in a platform's directory, but not its notes about processes,
   * so that what it left running is ended by the next start.
   */
  public static void forgetEarlierRun(Path home) {
    if (!Files.isDirectory(home)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(home)) {
      for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
        if (!path.startsWith(home.resolve("run")) && !path.equals(home)) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that are ours, in the order of starting. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  boolean isRunning(Part part) {
    return running.contains(part);
  }

  /** It ended by itself and isn't expected to answer until it is started again. */
  void gone(Part part) {
    running.remove(part);
  }

  void restart(Part part) {
    startNow(part);
  }

  FirstAdmin firstAdmin() {
    return firstAdmin;
  }

  private void refuseTakenPorts() {
    settings
        .ports()
        .neededBy(parts.stream().map(Part::name).toList())
        .forEach(
            (port, part) -> {
              if (!Ports.isFree(port)) {
                String way =
                    part.equals("gateway") && port == settings.ports().gateway()
                        ? "SOJOURN_PORT=" + (port + 10)
                        : "SOJOURN_PORT_SHIFT=100";
                throw new Trouble(
                    "Port %d, which %s needs, is taken by %s. Stop that, or choose another: %s mvn -P up"
                        .formatted(port, part, PortHolder.describe(port), way));
              }
            });
  }

  private void startParts() {
    CompletableFuture<Void> failed = new CompletableFuture<>();
    CompletableFuture<Void> program =
        parts.contains(keycloak) ? step(failed, this::prepareKeycloak) : done();
    CompletableFuture<Void> data =
        parts.contains(postgres) ? begin(failed, postgres) : step(failed, databases::prepare);
    CompletableFuture<Void> broker = begin(failed, kafka);
    CompletableFuture<Void> mail = begin(failed, inbox);
    CompletableFuture<Void> identity = begin(failed, keycloak, data, program);
    CompletableFuture<Void> built =
        parts.containsAll(services.values()) ? step(failed, this::buildStaleServices) : done();
    CompletableFuture<?>[] all =
        Stream.concat(
                Stream.of(identity),
                SERVICES.stream()
                    .map(
                        name ->
                            // Only the gateway sends people to sign in; the others fetch keys
                            // later.
                            name.equals("gateway")
                                ? begin(failed, services.get(name), identity, built)
                                : begin(failed, services.get(name), data, broker, mail, built)))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.anyOf(failed, CompletableFuture.allOf(all)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Trouble trouble ? trouble : new IllegalStateException(e);
    }
  }

  private CompletableFuture<Void> begin(
      CompletableFuture<Void> failed, Part part, CompletableFuture<?>... after) {
    return parts.contains(part) ? step(failed, () -> startNow(part), after) : done();
  }

  private CompletableFuture<Void> step(
      CompletableFuture<Void> failed, Runnable work, CompletableFuture<?>... after) {
    CompletableFuture<Void> step = CompletableFuture.allOf(after).thenRunAsync(work, workers);
    step.whenComplete(
        (nothing, e) -> {
          if (e != null) {
            failed.completeExceptionally(e instanceof CompletionException ? e.getCause() : e);
          }
        });
    return step;
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private void startNow(Part part) {
    if (stopping) {
      return;
    }
    long begin = System.nanoTime();
    progress.changed(part.name(), State.STARTING, "");
    started.add(part);
    try {
      part.start();
      startTimes.put(part.name(), Duration.ofNanos(System.nanoTime() - begin));
      if (stopping) {
        return;
      }
      running.add(part);
      progress.changed(part.name(), State.READY, "");
    } catch (Exception e) {
      Trouble trouble = e instanceof Trouble t ? t : new Trouble(part.name() + ": " + e, e);
      if (!stopping) {
        progress.changed(part.name(), State.FAILED, trouble.getMessage());
      }
      throw trouble;
    }
  }

  private void stop(Part part) {
    running.remove(part);
    if (started.contains(part)) {
      progress.changed(part.name(), State.STOPPING, "");
      part.stop();
      progress.changed(part.name(), State.STOPPED, "");
    }
  }

  private void prepareKeycloak() {
    try {
      keycloak.program(() -> progress.changed(keycloak.name(), State.PREPARING, "once"));
    } catch (IOException e) {
      throw new Trouble("Keycloak could not be unpacked: " + e.getMessage(), e);
    }
  }

  private void buildStaleServices() {
    Builds builds = new Builds(settings);
    List<String> stale = builds.stale(SERVICES);
    if (stale.isEmpty()) {
      return;
    }
    stale.forEach(name -> progress.changed(name, State.PREPARING, "building"));
    try {
      builds.make(stale);
    } catch (IOException e) {
      throw new Trouble("Maven could not be started: " + e.getMessage(), e);
    }
    stale.forEach(name -> progress.changed(name, State.WAITING, ""));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "platform");
    thread.setDaemon(true);
    return thread;
  }
}
