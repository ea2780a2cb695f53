package health.sojourn.e2e;

import static io.restassured.RestAssured.given;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.local.Backup;
import health.sojourn.local.MasterKeyRotation;
import health.sojourn.local.Platform;
import health.sojourn.local.Restore;
import health.sojourn.local.Settings;
import health.sojourn.local.Trouble;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was confirmed before a backup began is there after everything else was lost. */
class BackupIT {
  private static final Path DIRECTORY = Path.of("target/backup").toAbsolutePath();
  private static final int BEFORE = 15;

  /** By address, the ids of inquiries that were answered with 201. */
  private final Map<String, String> confirmed = new ConcurrentHashMap<>();

  private final AtomicBoolean writing = new AtomicBoolean(true);

  @Test
  void afterTheLossOfEverythingABackupBringsBackWhatWasConfirmed() throws Exception {
    delete(DIRECTORY);
    Path home = DIRECTORY.resolve("home");
    Backup.Copy copy;
    Map<String, String> before;
    try (Platform platform = new Platform(settings(home), Sojourn::report).start()) {
      Thread writer = new Thread(() -> write(platform.url()), "writer");
      writer.start();
      await().atMost(ofSeconds(60)).until(() -> confirmed.size() >= BEFORE);
      before = Map.copyOf(confirmed);
      copy = Backup.write(home, DIRECTORY.resolve("copies"), Clock.systemUTC());
      int during = confirmed.size();
      await().atMost(ofSeconds(60)).until(() -> confirmed.size() > during);
      writing.set(false);
      writer.join();
      assertThrows(Trouble.class, () -> Restore.into(home, copy.data(), copy.secrets()));
    }
    isForTheOwnerOnly(copy);
    delete(home);

    Restore.into(home, copy.data(), copy.secrets());
    assertFalse(Files.exists(home.resolve("kafka")), "the broker begins empty");
    try (Platform platform = new Platform(settings(home), Sojourn::report).start()) {
      everyoneIsThere(platform, before);
      desksWork(platform);
      nothingIsMissing(platform);
      statesAreOnTheirTopics(platform);
      inquiriesAreTaken(platform);
      theMasterKeyIsChanged(platform);
      everyoneIsThere(platform, before);
    }
  }

  @Test
  void whatIsNoBackupIsRefusedAndLeavesTheHomeEmpty() throws IOException {
    Path home = Files.createTempDirectory("restored");
    Path text = Files.writeString(home.resolveSibling(home.getFileName() + ".tar.gz"), "no tar");
    Trouble refused = assertThrows(Trouble.class, () -> Restore.into(home, text, text));
    assertTrue(refused.getMessage().startsWith("The backup could not be put back"));
    assertFalse(Files.exists(home.resolve("postgresql")));
    assertFalse(Files.exists(home.resolve("restored.partial")));
    Path away = home.resolve("away.tar.gz");
    assertThrows(Trouble.class, () -> Restore.into(home, away, away));
    assertThrows(
        Trouble.class, () -> Backup.write(home, home.resolve("copies"), Clock.systemUTC()));
    assertEquals(
        List.of(), list(home.resolve("copies")).filter(it -> it.contains("partial")).toList());
  }

  /** On other ports each time, so at another address. */
  private static Settings settings(Path home) {
    return Settings.forTests(home).with(Map.of("SOJOURN_RECONCILIATION_YOUNG", "PT0S"));
  }

  private void write(String url) {
    while (writing.get()) {
      NewInquiry inquiry = NewInquiry.ofSomebodyNew();
      Response answer = send(url, inquiry);
      if (answer.statusCode() == 201) {
        confirmed.put(inquiry.email(), answer.path("id"));
      }
    }
  }

  private static Response send(String url, NewInquiry inquiry) {
    return given()
        .baseUri(url)
        .contentType("application/json")
        .body(inquiry.json())
        .post("/api/v1/inquiries");
  }

  private static void isForTheOwnerOnly(Backup.Copy copy) throws IOException {
    for (Path file : List.of(copy.data(), copy.secrets())) {
      assertEquals(fromString("rw-------"), Files.getPosixFilePermissions(file));
    }
  }

  /** Found by the keyed hash of the address and opened with the master key, with its lead. */
  private static void everyoneIsThere(Platform platform, Map<String, String> before) {
    RequestSpecification facilitator = as(platform, Api.FACILITATOR);
    before.forEach(
        (email, id) -> {
          JsonPath found =
              given(facilitator).queryParam("q", email).get("/api/v1/inquiries").jsonPath();
          assertEquals(List.of(id), found.getList("items.id"), email);
          String text = given(facilitator).get("/api/v1/inquiries/" + id).asString();
          assertTrue(text.contains(email), text);
          await()
              .atMost(ofSeconds(30))
              .until(
                  () ->
                      !given(facilitator)
                          .queryParam("inquiry", id)
                          .get("/api/v1/leads")
                          .jsonPath()
                          .getList("items")
                          .isEmpty());
        });
  }

  private static void desksWork(Platform platform) {
    Page desk = new Browser(platform.url()).signIn(Api.FACILITATOR, "/desk");
    assertEquals("/desk", desk.uri().getPath(), desk::toString);
    Page inbox = new Browser(platform.url()).signIn("demo-clinic", "/clinic-desk");
    assertEquals("/clinic-desk", inbox.uri().getPath(), inbox::toString);
  }

  private static void nothingIsMissing(Platform platform) {
    for (String service : List.of("content-service", "provider-service", "inquiry-service")) {
      String management =
          "http://127.0.0.1:" + platform.settings().ports().management().get(service);
      await()
          .atMost(ofSeconds(60))
          .untilAsserted(
              () -> {
                JsonPath report =
                    given()
                        .baseUri(management)
                        .post("/q/reconciliation")
                        .then()
                        .extract()
                        .jsonPath();
                assertEquals(0, report.getLong("gaps"), report::prettify);
                assertEquals(
                    0,
                    report.getList("producers.problem").stream().filter(it -> it != null).count(),
                    report::prettify);
              });
    }
  }

  /** Whoever would start from nothing finds every clinic and article there. */
  private static void statesAreOnTheirTopics(Platform platform) {
    List<String> clinics =
        given()
            .baseUri(platform.url())
            .get("/api/v1/clinics?limit=100")
            .jsonPath()
            .getList("items.slug");
    assertTrue(clinics.size() >= 12, clinics::toString);
    String service = "inquiry-service";
    await()
        .atMost(ofSeconds(60))
        .untilAsserted(
            () -> {
              String topics = Topics.everythingOn(platform.environmentOf(service));
              assertEquals(
                  List.of(), clinics.stream().filter(clinic -> !topics.contains(clinic)).toList());
              assertTrue(topics.contains("article-changed") || topics.contains("content-service"));
            });
  }

  private static void inquiriesAreTaken(Platform platform) {
    String id =
        send(platform.url(), NewInquiry.ofSomebodyNew())
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    RequestSpecification facilitator = as(platform, Api.FACILITATOR);
    await()
        .atMost(ofSeconds(60))
        .until(
            () -> given(facilitator).get("/api/v1/inquiries/" + id).asString(),
            // No clinic may have room after so many.
            inquiry -> inquiry.contains("\"ROUTED\"") || inquiry.contains("\"UNPLACED\""));
  }

  /** While everything runs; then a start without the key before has all there is. */
  private static void theMasterKeyIsChanged(Platform platform) throws IOException {
    Path secrets = platform.settings().home().resolve("secrets");
    String before = Files.readString(secrets.resolve("master-key"));
    MasterKeyRotation rotation = new MasterKeyRotation(platform.settings().home());
    URI management =
        URI.create(
            "http://127.0.0.1:" + platform.settings().ports().management().get("inquiry-service"));

    rotation.begin();
    rotation.begin();
    assertEquals(before, Files.readString(secrets.resolve("master-key-before")));
    assertNotEquals(before, Files.readString(secrets.resolve("master-key")));
    assertTrue(rotation.finish(management).isEmpty(), "who knows only the key before can't tell");
    restart(platform);
    await()
        .atMost(ofSeconds(90))
        .until(() -> rotation.finish(management).equals(OptionalLong.of(0)));
    assertFalse(rotation.isUnderWay());
    assertEquals(
        fromString("rw-------"), Files.getPosixFilePermissions(secrets.resolve("master-key")));
    restart(platform);
  }

  private static void restart(Platform platform) {
    platform.kill("inquiry-service");
    platform.start("inquiry-service");
  }

  private static RequestSpecification as(Platform platform, String user) {
    return given()
        .baseUri(platform.url())
        .header("Authorization", "Bearer " + Api.tokenAt(platform.url(), user));
  }

  private static Stream<String> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(Path::toString).toList().stream();
    }
  }

  private static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path :
          (Iterable<Path>) tree.sorted(java.util.Comparator.reverseOrder())::iterator) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
