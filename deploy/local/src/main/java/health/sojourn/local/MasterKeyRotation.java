package health.sojourn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives an installation a new master key. Both keys are known until everything is wrapped anew;
 * then the one before is forgotten. Interrupted, it goes on where it was.
 */
public final class MasterKeyRotation {
  static final String KEY = "master-key";
  static final String BEFORE = "master-key-before";

  private static final String WAITING = "sojourn_master_key_waiting_patients";
  private static final String KNOWN = "sojourn_master_known_keys";
  private static final String SERVICE = "inquiry-service";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Path home;
  private final Path secrets;

  /**
   * @param home of the installation
   */
  public MasterKeyRotation(Path home) {
    this.home = home;
    this.secrets = home.resolve("secrets");
  }

  /**
   * Makes the new key, and keeps the one before beside it. Does nothing while an earlier change is
   * not finished. The service knows both after its next start.
   */
  public void begin() {
    if (!Files.exists(secrets.resolve(KEY))) {
      throw new Trouble("There is no master key in " + secrets + ". Start Sojourn once first.");
    }
    try {
      if (isUnderWay() && !isSame(secrets.resolve(KEY), secrets.resolve(BEFORE))) {
        return;
      }
      Path next = secrets.resolve("master-key.next");
      Files.deleteIfExists(next);
      new Secrets(secrets).key(next.getFileName().toString());
      PrivateArchive.force(next);
      // Whole before the new one is valid: between the two steps both names hold the old key.
      Path copy = secrets.resolve("master-key-before.partial");
      Files.deleteIfExists(copy);
      Files.createFile(
          copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(copy, Files.readAllBytes(secrets.resolve(KEY)));
      PrivateArchive.force(copy);
      Files.move(copy, secrets.resolve(BEFORE), StandardCopyOption.ATOMIC_MOVE);
      Files.move(next, secrets.resolve(KEY), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So an interruption between the two steps leaves it. */
  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.mismatch(one, other) < 0;
  }

  public boolean isUnderWay() {
    return Files.exists(secrets.resolve(BEFORE));
  }

  /**
   * Forgets the key before.
   *
   * @param management of inquiry-service, such as {@code http://localhost:9083}
   * @return how many patients are still under it; empty, and nothing is forgotten, if the service
   *     does not say
   */
  public OptionalLong finish(URI management) {
    String numbers = numbers(management);
    // One that was not started since knows one key only, and has nothing left to do.
    OptionalLong waiting =
        number(numbers, KNOWN).orElse(0) == 2 ? number(numbers, WAITING) : OptionalLong.empty();
    if (waiting.isPresent() && waiting.getAsLong() == 0) {
      try {
        Files.deleteIfExists(secrets.resolve(BEFORE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return waiting;
  }

  private static OptionalLong number(String numbers, String name) {
    Matcher line =
        Pattern.compile("^" + name + "\\S* ([0-9.E]+)$", Pattern.MULTILINE).matcher(numbers);
    return line.find()
        ? OptionalLong.of((long) Double.parseDouble(line.group(1)))
        : OptionalLong.empty();
  }

  /** Empty while the service is away. */
  private static String numbers(URI management) {
    try {
      HttpRequest metrics =
          HttpRequest.newBuilder(management.resolve("/q/metrics"))
              .version(HttpClient.Version.HTTP_1_1)
              .timeout(Duration.ofSeconds(5))
              .build();
      return HttpClient.newHttpClient().send(metrics, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while " + SERVICE + " was asked", e);
    }
  }

  /** Its launcher starts it again, with both keys. */
  private Optional<Child> runningService() {
    return Child.leftIn(home).stream().filter(child -> child.name().equals(SERVICE)).findFirst();
  }

  private void untilFinished(URI management) {
    Instant deadline = Instant.now().plus(PATIENCE);
    OptionalLong waiting = OptionalLong.empty();
    while (isUnderWay()) {
      if (Instant.now().isAfter(deadline)) {
        throw new Trouble(
            waiting.isPresent()
                ? "%d patients are still under the key before. %s's log says why; then call this again."
                    .formatted(waiting.getAsLong(), SERVICE)
                : SERVICE + " does not say how far it is. Call this again when it runs.");
      }
      Child.waitAMoment();
      waiting = finish(management);
    }
  }

  /** {@code deploy/rotate-master-key}. */
  public static void main(String... args) {
    CopyCommand.run(
        () -> {
          Settings settings = Settings.from(System.getenv(), true);
          MasterKeyRotation rotation = new MasterKeyRotation(settings.home());
          rotation.begin();
          Optional<Child> service = rotation.runningService();
          if (service.isEmpty()) {
            System.out.println(
                "The new key is there, the one before beside it. Start Sojourn, then call this again.");
            return;
          }
          int port = settings.ports().management().get(SERVICE);
          URI management = URI.create("http://127.0.0.1:" + port);
          if (number(numbers(management), KNOWN).orElse(2) == 1) {
            service.get().stop();
          }
          rotation.untilFinished(management);
          System.out.println(
              "Everything is under the new key. Make a backup; those made before need the key before.");
        });
  }
}
