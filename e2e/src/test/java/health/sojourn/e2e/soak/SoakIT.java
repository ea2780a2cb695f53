package health.sojourn.e2e.soak;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.e2e.Sojourn;
import health.sojourn.local.Platform;
import health.sojourn.local.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * While inquiries are sent, clinics answer and clocks run, everything is killed or paused now and
 * then and comes back. Afterwards every promise must have been kept.
 *
 * <p>{@code soak.minutes} is how long trouble is made, {@code soak.seed} decides what is done;
 * which calls it hits is up to the machine.
 */
@Tag("soak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SoakIT {
  private static final Path DIRECTORY = Path.of("target/soak").toAbsolutePath();
  private static final List<String> CONSUMERS =
      List.of("content-service", "provider-service", "inquiry-service");

  /** So that what was said in the last minutes is compared too, and also amid the trouble. */
  private static final Map<String, String> IMPATIENT =
      Map.of("SOJOURN_RECONCILIATION_YOUNG", "PT1S", "SOJOURN_RECONCILIATION_EVERY", "PT20S");

  private final Map<String, Database> databases = new TreeMap<>();
  private final Counts counts = new Counts();
  private Platform platform;
  private Caller caller;
  private Broker broker;
  private Rest rest;
  private List<Violation> violations;

  @BeforeAll
  void soak() throws Exception {
    Duration time = Duration.ofSeconds(Math.round(60 * Double.parseDouble(property("minutes"))));
    long seed =
        property("seed").equals("random")
            ? new Random().nextInt(1_000_000)
            : Long.parseLong(property("seed"));
    System.out.printf(
        "Trouble for %d s. The same again: mvn -P soak -Dsoak.minutes=%s -Dsoak.seed=%d%n",
        time.toSeconds(), property("minutes"), seed);
    start();
    try (History history = new History(DIRECTORY.resolve("history.tsv"))) {
      trouble(seed, time, history);
      judge(history);
    }
  }

  @AfterAll
  void stop() {
    if (platform != null) {
      platform.stop();
    }
  }

  @Test
  @Order(1)
  void everyPromiseWasKept() {
    assertEquals(
        "", violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
  }

  @Test
  @Order(2)
  void reconciliationFindsNoGap() throws Exception {
    for (String consumer : CONSUMERS) {
      JsonNode report = reconcile(consumer);
      assertEquals(0, report.path("gaps").asInt(-1), report.toString());
      report
          .path("producers")
          .forEach(one -> assertFalse(one.hasNonNull("problem"), report.toString()));
    }
  }

  @Test
  @Order(3)
  void reconciliationRepairsGapsMadeByHand() throws Exception {
    Gaps gaps = new Gaps(databases);
    // Not the same clinic twice: what one consumer asks for, the other hears too.
    for (Gaps.Gap gap :
        List.of(gaps.atProvider(), gaps.atInquiry("demo-panama"), gaps.atContent("demo-cancun"))) {
      int before = sum(reconcile(gap.consumer()), "repaired");
      gap.make();
      reconcile(gap.consumer());
      await().atMost(Duration.ofSeconds(30)).until(gap::isRepaired);
      JsonNode after = reconcile(gap.consumer());
      assertEquals(before + 1, sum(after, "repaired"), after.toString());
      assertEquals(0, after.path("gaps").asInt(-1), after.toString());
    }
    rest.await();
  }

  private static String property(String name) {
    return System.getProperty("soak." + name);
  }

  private void start() {
    Path home = DIRECTORY.resolve("platform");
    Platform.forgetEarlierRun(home);
    platform = new Platform(Settings.forTests(home).with(IMPATIENT), Sojourn::report);
    Runtime.getRuntime().addShutdownHook(new Thread(platform::stop));
    platform.start();
    CONSUMERS.forEach(one -> databases.put(one, new Database(platform.environmentOf(one))));
    caller = new Caller(platform.url(), platform.realmUrl());
    broker = new Broker(platform.environmentOf(CONSUMERS.get(0)).get("KAFKA_BOOTSTRAP_SERVERS"));
    rest = new Rest(databases, broker);
    rest.await();
  }

  private void trouble(long seed, Duration time, History history) throws Exception {
    Load load = new Load(seed, caller, history, databases.get("inquiry-service"));
    load.start();
    try {
      Map<String, Integer> made = new Saboteur(seed, platform, databases).work(time);
      counts.add("faults", made.values().stream().mapToInt(Integer::intValue).sum());
      counts.add("faults by kind", made);
    } finally {
      load.stop();
    }
    Instant end = Instant.now();
    rest.await();
    counts.add("seconds until all came to rest", Duration.between(end, Instant.now()).toSeconds());
  }

  private void judge(History history) throws Exception {
    Findings found =
        new FindingsReader(databases, broker, platform.inbox(), caller).read(history.calls());
    violations = HistoryChecker.check(history.calls(), found);
    counts.calls(history.calls(), found);
    counts.found(found);
    for (String consumer : CONSUMERS) {
      counts.add(
          "asked for again by " + consumer,
          databases.get(consumer).number("select count(*) from gap"));
    }
    counts.add("violations", violations.size());
    System.out.println(counts.table());
    Files.writeString(DIRECTORY.resolve("counts.txt"), counts.table() + "\n");
  }

  private JsonNode reconcile(String consumer) throws InterruptedException {
    String variable =
        "SOJOURN_MANAGEMENT_" + consumer.replace("-service", "").toUpperCase(Locale.ROOT);
    return caller.operate(
        "POST", platform.environmentOf(consumer).get(variable) + "/q/reconciliation");
  }

  private static int sum(JsonNode report, String field) {
    int sum = 0;
    for (JsonNode producer : report.path("producers")) {
      sum += producer.path(field).asInt();
    }
    return sum;
  }
}
