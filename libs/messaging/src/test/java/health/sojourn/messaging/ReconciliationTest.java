package health.sojourn.messaging;

import static health.sojourn.messaging.Ledger.COUNTED;
import static health.sojourn.messaging.LedgerOfStates.STATE;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.messaging.DeadLetters.Replay;
import health.sojourn.messaging.Ledger.Counted;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service is its own producer here: its outbox and its inbox are in one database. */
@QuarkusTest
@TestProfile(ReconciliationTest.OwnProducer.class)
class ReconciliationTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Its management port is known before it starts. */
  public static class OwnProducer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String port = "" + free.getLocalPort();
        return Map.of(
            "quarkus.management.test-port",
            port,
            "sojourn.management.testing",
            "http://localhost:" + port);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Inject Outbox outbox;
  @Inject EventTable events;
  @Inject Ledger ledger;
  @Inject DeadLetters deadLetters;
  @Inject Handlers handlers;
  @Inject Producers producers;
  @Inject InboxTable inbox;
  @Inject InboxProgress progress;
  @Inject GapTable gaps;
  @Inject Clock clock;
  @Inject Sql sql;
  @Inject Json json;
  @Inject MeterRegistry metrics;

  @TestHTTPResource(value = "/", management = true)
  String management;

  private String key;

  @BeforeEach
  void a_new_aggregate_and_nothing_missing() {
    key = UUID.randomUUID().toString();
    assertEquals(0, reconcile().getLong("gaps"));
  }

  @Test
  void what_was_lost_with_its_effect_comes_again_once() {
    UUID lost = say(COUNTED, 1);
    say(COUNTED, 2);
    awaitNumbers(1, 2);
    forgetReceived(lost);
    assertEquals(List.of(2), ledger.numbers(key));

    assertEquals(1, found(reconcile()));
    awaitNumbers(2, 1);
    JsonPath report = reconcile();
    assertEquals(0, report.getLong("gaps"));
    assertTrue(report.getLong("producers[0].repaired") > 0, report.prettify());
    assertEquals(List.of(2, 1), ledger.numbers(key));
  }

  @Test
  void what_never_left_comes_in_its_order() {
    List<UUID> never = List.of(loseOnTheWay(1), loseOnTheWay(2), loseOnTheWay(3));
    assertEquals(never.size(), found(reconcile()));
    awaitNumbers(1, 2, 3);
    assertEquals(0, reconcile().getLong("gaps"));
    say(COUNTED, 4);
    awaitNumbers(1, 2, 3, 4);
  }

  @Test
  void it_is_found_in_what_was_settled_too_and_by_the_recurring_turn_in_what_was_not() {
    UUID lost = say(COUNTED, 1);
    awaitNumbers(1);
    recurringTurn(Duration.ZERO);
    sql.update("update reconciliation set settled_until = now() + interval '1 hour'");
    forgetReceived(lost);
    recurringTurn(Duration.ZERO);
    assertEquals(List.of(), ledger.numbers(key), "the hour was settled");

    assertEquals(1, found(reconcile()));
    awaitNumbers(1);
    forgetReceived(lost);
    recurringTurn(Duration.ZERO);
    awaitNumbers(1);
  }

  @Test
  void operators_see_it_as_a_measure() {
    loseOnTheWay(1);
    ledger.poisoned.put(key, () -> new IllegalStateException("poisoned"));
    assertEquals(1, found(reconcile()));
    awaitMeasure("sojourn.reconciliation.gaps", 1);
    await().atMost(SOON).until(() -> deadLetters.list().stream().anyMatch(this::isAboutKey));
    assertEquals(0, reconcile().getLong("gaps"), "a dead letter is known");
    awaitMeasure("sojourn.reconciliation.gaps", 0);
  }

  /** A measure tells what was read up to five seconds ago. */
  private void awaitMeasure(String name, double value) {
    await().atMost(SOON).until(() -> metrics.get(name).gauge().value(), equalTo(value));
  }

  private boolean isAboutKey(DeadLetter letter) {
    return letter.envelope().subject().equals(key);
  }

  @Test
  void an_event_too_young_or_still_in_the_outbox() {
    loseOnTheWay(1);
    recurringTurn(Duration.ofMinutes(2));
    assertEquals(0, report().getLong("gaps"), "too young");

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              // Nobody else sees it leave while this transaction lasts.
              sql.update("lock table outbox in access exclusive mode");
              sql.update("insert into outbox select position, id from event where key = ?", key);
              List<EventTable.Said> said =
                  events.all(
                      new EventTable.Range(
                          COUNTED.topic(),
                          List.of(COUNTED.type()),
                          clock.instant().minusSeconds(60),
                          clock.instant()));
              assertTrue(said.get(said.size() - 1).waiting());
            });
    awaitNumbers(1);
  }

  @Test
  void a_dead_letter_and_what_waits_behind_it() {
    ledger.poisoned.put(key, () -> new IllegalStateException("poisoned"));
    UUID poison = say(COUNTED, 1);
    UUID behind = say(COUNTED, 2);
    await()
        .atMost(SOON)
        .until(() -> deadLetters.find(poison).filter(it -> it.waiting() == 1).isPresent());
    assertEquals(0, reconcile().getLong("gaps"));
    events.sayAgain(COUNTED.topic(), List.of(poison, behind), false);
    assertEquals(0, reconcile().getLong("gaps"));

    ledger.poisoned.remove(key);
    assertEquals(new Replay(2, Optional.empty()), deadLetters.replay(poison));
    assertEquals(List.of(1, 2), ledger.numbers(key));
    assertEquals(0, reconcile().getLong("gaps"));
  }

  @Test
  void what_waits_on_the_broker_because_the_database_is_away() {
    ledger.poisoned.put(
        key, () -> new IllegalStateException(new SQLTransientConnectionException("away")));
    say(COUNTED, 1);
    await().atMost(SOON).until(() -> count("select count(*) from outbox") == 0);
    JsonPath report = reconcile();
    assertEquals(0, report.getLong("gaps"));
    assertEquals(
        "1 events on provider.answers are still to be received",
        report.getString("producers[0].problem"));

    ledger.poisoned.remove(key);
    awaitNumbers(1);
    assertNull(reconcile().getString("producers[0].problem"));
  }

  @Test
  void an_event_before_the_one_that_failed_does_not_wait_behind_it() {
    loseOnTheWay(1);
    ledger.poisoned.put(key, () -> new IllegalStateException("knows nothing of 1"));
    UUID failed = say(COUNTED, 2);
    say(COUNTED, 3);
    await()
        .atMost(SOON)
        .until(() -> deadLetters.find(failed).filter(it -> it.waiting() == 1).isPresent());
    ledger.poisoned.remove(key);

    assertEquals(1, found(reconcile()));
    awaitNumbers(1);
    assertEquals(new Replay(2, Optional.empty()), deadLetters.replay(failed));
    assertEquals(List.of(1, 2, 3), ledger.numbers(key));
  }

  @Test
  void only_the_latest_of_an_aggregate_counts() {
    UUID replaced = say(STATE, 1);
    UUID latest = say(STATE, 2);
    awaitNumbers(1, 2);
    forgetReceived(replaced);
    assertEquals(0, reconcile().getLong("gaps"));
    forgetReceived(latest);
    assertEquals(1, found(reconcile()));
    awaitNumbers(2);
    assertEquals(0, reconcile().getLong("gaps"));
    assertEquals(List.of(2), ledger.numbers(key));
  }

  @Test
  void what_was_replaced_is_never_said_again() {
    UUID replaced = say(STATE, 1);
    UUID latest = say(STATE, 2);
    awaitNumbers(1, 2);
    given()
        .contentType("application/json")
        .body(
            "{\"topic\":\"%s\",\"state\":true,\"events\":[\"%s\",\"%s\"]}"
                .formatted(STATE.topic(), replaced, latest))
        .post(management + "events/again")
        .then()
        .statusCode(200)
        .body("again", equalTo(1));
  }

  @Test
  void it_says_so_and_tries_again() {
    loseOnTheWay(1);
    Producers nobody =
        new Producers(() -> Map.of("testing", URI.create("http://localhost:1")), json);
    new Reconciliation(
            handlers, nobody, inbox, progress, gaps, clock, Duration.ofDays(1), Duration.ZERO)
        .run();
    assertTrue(report().getString("producers[0].problem").startsWith("testing is away: "));
    awaitMeasure("sojourn.reconciliation.failing", 1);
    assertEquals(1, found(reconcile()));
    assertNull(report().getString("producers[0].problem"));
    awaitNumbers(1);
  }

  @Test
  void it_tries_again_sooner_while_it_fails_and_later_each_time() {
    Clock[] now = {Clock.fixed(clock.instant(), ZoneOffset.UTC)};
    Clock told =
        new Clock() {
          @Override
          public Instant instant() {
            return now[0].instant();
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
          }
        };
    Map<String, URI> where = new HashMap<>(Map.of("testing", URI.create("http://localhost:1")));
    Reconciliation starting =
        new Reconciliation(
            handlers,
            new Producers(() -> where, json),
            inbox,
            progress,
            gaps,
            told,
            Duration.ofMinutes(5),
            Duration.ZERO);
    List<Integer> tried = new ArrayList<>();
    for (int second = 0; second <= 100; second += 5) {
      Instant before = triedAt();
      starting.run();
      if (!triedAt().equals(before)) {
        tried.add(second);
      }
      now[0] = Clock.offset(now[0], Duration.ofSeconds(5));
    }
    assertEquals(List.of(0, 10, 30, 70), tried);

    where.put("testing", URI.create(management.replaceAll("/q/?$", "")));
    now[0] = Clock.offset(now[0], Duration.ofSeconds(50));
    starting.run();
    assertNull(report().getString("producers[0].problem"));
    Instant compared = triedAt();
    now[0] = Clock.offset(now[0], Duration.ofMinutes(4));
    starting.run();
    assertEquals(compared, triedAt());
  }

  private Instant triedAt() {
    return gaps.standing("testing").orElseThrow().triedAt();
  }

  @Test
  void a_question_nobody_understands_is_refused() {
    when().get(management + "events/hours?topic=x").then().statusCode(400);
    when()
        .get(management + "events/hours?topic=x&types=y&from=yesterday&until=now")
        .then()
        .statusCode(400);
    given().body("{").post(management + "events/again").then().statusCode(400);
  }

  private UUID say(Contract contract, int number) {
    return QuarkusTransaction.requiringNew()
        .call(() -> outbox.append(contract, key, new Counted(number)));
  }

  /** Said, and forgotten before anybody heard it. */
  private UUID loseOnTheWay(int number) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              UUID id = outbox.append(COUNTED, key, new Counted(number));
              sql.update("delete from outbox where event_id = ?", id);
              return id;
            });
  }

  /** As if this service's database had been put back from before the event. */
  private void forgetReceived(UUID event) {
    sql.update("delete from ledger where event_id = ?", event);
    sql.update("delete from inbox where event_id = ?", event);
  }

  private JsonPath reconcile() {
    return when().post(management + "reconciliation").then().statusCode(200).extract().jsonPath();
  }

  private static long found(JsonPath report) {
    return report.getLong("producers[0].found");
  }

  private JsonPath report() {
    return when().get(management + "reconciliation").then().statusCode(200).extract().jsonPath();
  }

  private void recurringTurn(Duration young) {
    new Reconciliation(handlers, producers, inbox, progress, gaps, clock, Duration.ofDays(1), young)
        .run();
  }

  private void awaitNumbers(Integer... numbers) {
    await().atMost(SOON).until(() -> ledger.numbers(key).size() >= numbers.length);
    assertEquals(List.of(numbers), ledger.numbers(key));
  }

  private long count(String question) {
    return sql.query(question, row -> row.getLong(1)).get(0);
  }
}
