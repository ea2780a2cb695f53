package health.sojourn.messaging;

import static health.sojourn.messaging.Ledger.COUNTED;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.kafka.KafkaProcess;
import health.sojourn.messaging.DeadLetters.Replay;
import health.sojourn.messaging.Ledger.Counted;
import health.sojourn.testing.Contracts;
import health.sojourn.testing.RealKafka;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessagingTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Outbox outbox;
  @Inject Ledger ledger;
  @Inject DeadLetters deadLetters;
  @Inject Messaging messaging;
  @Inject @Readiness MessagingHealth health;
  @Inject Instance<OutboxRelay> relays;
  @Inject Retention retention;
  @Inject EventTable events;
  @Inject Kafka kafka;
  @Inject Handlers handlers;
  @Inject Inbox inbox;
  @Inject DeadLetterTable deadLetterTable;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> connection;

  @Inject DataSource database;
  @Inject MeterRegistry metrics;
  @Inject Tracer tracer;

  @TestHTTPResource(value = "/dead-letters", management = true)
  String operations;

  /** An aggregate of its own for each test. */
  private String key;

  @BeforeEach
  void a_new_aggregate() {
    key = UUID.randomUUID().toString();
  }

  @Nested
  class Sending {
    @Test
    void what_is_committed_is_said_and_acts() {
      say(key, 1);
      awaitNumbers(key, 1);
      await().atMost(SOON).until(MessagingTest.this::outboxIsEmpty);
    }

    @Test
    void what_is_rolled_back_was_never_said() {
      Runnable regretted =
          () -> {
            outbox.append(COUNTED, key, new Counted(1));
            throw new IllegalStateException("changed my mind");
          };
      assertThrows(
          IllegalStateException.class, () -> QuarkusTransaction.requiringNew().run(regretted));
      say(key, 2);
      awaitNumbers(key, 2);
      assertEquals(1, count("select count(*) from event where key = '" + key + "'"));
    }

    @Test
    void nobody_can_speak_outside_a_transaction() {
      assertThrows(TransactionalException.class, () -> outbox.append(COUNTED, key, new Counted(1)));
    }

    @Test
    void a_tombstone_ends_an_aggregate() {
      say(key, 1);
      QuarkusTransaction.requiringNew().run(() -> outbox.appendTombstone(COUNTED, key));
      await().atMost(SOON).until(() -> ledger.numbers(key).size() == 2);
      assertEquals(Arrays.asList(1, null), ledger.numbers(key));
    }

    @Test
    void the_trace_of_who_spoke_reaches_who_listens() {
      Span span = tracer.spanBuilder("somebody's request").startSpan();
      try (var scope = span.makeCurrent()) {
        say(key, 1);
      } finally {
        span.end();
      }
      awaitNumbers(key, 1);
      assertEquals(List.of(span.getSpanContext().getTraceId()), ledger.traces(key));
    }

    @Test
    void the_order_of_an_aggregate_is_kept_among_many() {
      List<String> keys = IntStream.range(0, 20).mapToObj(i -> key + i).toList();
      IntStream.range(0, 25).forEach(number -> keys.forEach(each -> say(each, number)));
      Integer[] all = IntStream.range(0, 25).boxed().toArray(Integer[]::new);
      keys.forEach(each -> awaitNumbers(each, all));
    }
  }

  @Nested
  class WhenThingsBreak {
    @Test
    void an_event_delivered_twice_acts_once() {
      UUID id = say(key, 1);
      awaitNumbers(key, 1);
      sendAgain(id);
      sendAgain(id);
      say(key, 2);
      awaitNumbers(key, 1, 2);
    }

    @Test
    void a_crash_between_sending_and_forgetting_acts_once() {
      execute(
          """
          create function crash() returns trigger language plpgsql as
            'begin raise exception ''crashed before the row was deleted''; end';
          create trigger crash before delete on outbox execute function crash()
          """);
      double repeated = metrics.counter("sojourn.inbox.repeated").count();
      try {
        say(key, 1);
        await()
            .atMost(SOON)
            .until(() -> metrics.counter("sojourn.inbox.repeated").count() > repeated);
        assertFalse(outboxIsEmpty());
      } finally {
        execute("drop trigger crash on outbox; drop function crash");
      }
      await().atMost(SOON).until(MessagingTest.this::outboxIsEmpty);
      say(key, 2);
      awaitNumbers(key, 1, 2);
    }

    @Test
    void a_broker_stopped_and_started_loses_nothing_and_keeps_the_order() {
      KafkaProcess broker = RealKafka.broker();
      say(key, 1);
      awaitNumbers(key, 1);
      broker.stop();
      IntStream.rangeClosed(2, 30).forEach(number -> say(key, number));
      assertEquals(HealthCheckResponse.Status.UP, health.call().getStatus());
      broker.start();
      say(key, 31);
      awaitNumbers(key, IntStream.rangeClosed(1, 31).boxed().toArray(Integer[]::new));
    }

    @Test
    void a_second_relay_stands_by_and_takes_over_but_never_runs_beside_the_first()
        throws Exception {
      await().atMost(SOON).until(() -> messaging.relay().equals("leading"));
      OutboxRelay second = relays.get();
      Thread thread = new Thread(second, "second-relay");
      thread.start();
      try {
        await().atMost(SOON).until(() -> second.state().equals("standby"));
        double repeated = metrics.counter("sojourn.inbox.repeated").count();
        IntStream.rangeClosed(1, 10).forEach(number -> say(key, number));
        execute("select pg_terminate_backend(pid) from (" + LEADERS + ") leaders");
        IntStream.rangeClosed(11, 20).forEach(number -> say(key, number));

        await().atMost(SOON).until(() -> second.state().equals("leading"));
        awaitNumbers(key, IntStream.rangeClosed(1, 20).boxed().toArray(Integer[]::new));
        await().atMost(SOON).until(() -> messaging.relay().equals("standby"));
        assertEquals(1, count("select count(*) from (" + LEADERS + ") leaders"));
        assertEquals(repeated, metrics.counter("sojourn.inbox.repeated").count());
      } finally {
        second.stop();
        thread.join();
      }
      await().atMost(SOON).until(() -> messaging.relay().equals("leading"));
      say(key, 21);
      awaitNumbers(key, IntStream.rangeClosed(1, 21).boxed().toArray(Integer[]::new));
    }

    @Test
    void a_database_that_is_away_for_a_moment_costs_no_event() {
      AtomicInteger failures = new AtomicInteger();
      ledger.poisoned.put(
          key,
          () -> {
            if (failures.incrementAndGet() == 5) {
              ledger.poisoned.remove(key);
            }
            return new IllegalStateException(new SQLTransientConnectionException("away"));
          });
      say(key, 1);
      say(key, 2);
      awaitNumbers(key, 1, 2);
      assertEquals(5, failures.get());
      assertTrue(deadLetters.list().stream().noneMatch(MessagingTest.this::isAboutKey));
    }
  }

  @Nested
  class OffsetsOnTheBroker {
    /** As while replicas come and go: the event is in the database, and nothing comes after it. */
    @Test
    void are_committed_later_when_the_broker_does_not_take_them_at_once() throws Exception {
      say(key, 1);
      awaitNumbers(key, 1);
      AtomicInteger refusals = new AtomicInteger(1);
      Kafka replica =
          new Kafka(connection, "replica-" + key) {
            @Override
            Consumer<String, String> consumer() {
              return refusing(super.consumer(), refusals);
            }
          };
      InboxConsumer listening = new InboxConsumer(replica, handlers, inbox, deadLetterTable);
      Thread thread = new Thread(listening);
      thread.start();
      try {
        await().atMost(SOON).until(() -> refusals.get() <= 0);
        new InboxProgress(replica).await(COUNTED.topic());
      } finally {
        listening.stop();
        thread.join();
      }
      assertEquals(List.of(1), ledger.numbers(key));
    }

    @SuppressWarnings("unchecked")
    private Consumer<String, String> refusing(Consumer<String, String> real, AtomicInteger times) {
      return (Consumer<String, String>)
          Proxy.newProxyInstance(
              Consumer.class.getClassLoader(),
              new Class<?>[] {Consumer.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("commitSync") && times.getAndDecrement() > 0) {
                  throw new RebalanceInProgressException("not now");
                }
                return method.invoke(real, arguments);
              });
    }
  }

  @Nested
  class DeadLetterHandling {
    @Test
    void a_poison_event_holds_up_its_own_aggregate_only_until_it_is_replayed() {
      String other = key + "-other";
      ledger.poisoned.put(key, () -> new IllegalStateException("poisoned"));
      UUID poison = say(key, 1);
      say(key, 2);
      say(key, 3);
      say(other, 1);

      awaitNumbers(other, 1);
      await()
          .atMost(SOON)
          .until(() -> deadLetters.find(poison).filter(it -> it.waiting() == 2).isPresent());
      DeadLetter letter = deadLetters.find(poison).orElseThrow();
      assertEquals("IllegalStateException: poisoned", letter.reason());
      assertEquals("{\"number\":1}", letter.payload());
      assertTrue(deadLetters.list().contains(letter));
      assertEquals(List.of(), ledger.numbers(key));

      assertEquals(
          new Replay(0, Optional.of("IllegalStateException: poisoned")),
          deadLetters.replay(poison));
      assertEquals(2, deadLetters.find(poison).orElseThrow().attempts());
      assertEquals(List.of(), ledger.numbers(key));

      ledger.poisoned.remove(key);
      assertEquals(new Replay(3, Optional.empty()), deadLetters.replay(poison));
      assertEquals(List.of(1, 2, 3), ledger.numbers(key));
      assertEquals(Optional.empty(), deadLetters.find(poison));
      say(key, 4);
      awaitNumbers(key, 1, 2, 3, 4);
    }

    @Test
    void who_operates_the_service_lists_inspects_and_replays_them_on_the_management_port() {
      ledger.poisoned.put(key, () -> new IllegalStateException("poisoned"));
      UUID poison = say(key, 1);
      await().atMost(SOON).until(() -> deadLetters.find(poison).isPresent());
      ledger.poisoned.remove(key);

      when().get(operations).then().statusCode(200).body("envelope.id", hasItem("" + poison));
      when()
          .get(operations + "/" + poison)
          .then()
          .statusCode(200)
          .body("reason", equalTo("IllegalStateException: poisoned"))
          .body("payload", equalTo("{\"number\":1}"));
      when()
          .post(operations + "/" + poison + "/replay")
          .then()
          .statusCode(200)
          .body("handled", equalTo(1));
      assertEquals(List.of(1), ledger.numbers(key));
      when().get(operations + "/" + poison).then().statusCode(404);
      when().post(operations + "/" + poison + "/replay").then().statusCode(404);
      when().get(operations + "/nonsense").then().statusCode(404);
    }

    @Test
    void a_dead_letter_is_on_its_topic_with_the_reason() {
      var record = new ProducerRecord<>(COUNTED.topic(), key, "{\"number\":\"many\"}");
      UUID id = UUID.randomUUID();
      Map.of(
              "ce_id",
              id.toString(),
              "ce_type",
              COUNTED.type(),
              "ce_source",
              "/somebody",
              "ce_time",
              "2026-11-20T09:00:00Z")
          .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
      send(record);

      ConsumerRecord<String, String> dead = nextDeadLetter();
      Contracts.assertFits("messaging/event-failed", dead.value());
      assertTrue(dead.value().contains(id.toString()));
      assertTrue(dead.value().contains("UnreadableEvent: Not readable as Counted"));
    }

    @Test
    void what_is_no_event_at_all_is_kept_and_holds_up_nothing_else() {
      send(new ProducerRecord<>(COUNTED.topic(), key, "hello"));
      await()
          .atMost(SOON)
          .until(
              () ->
                  deadLetters.list().stream()
                      .anyMatch(
                          letter -> isAboutKey(letter) && letter.reason().contains("no ce_id")));
      say(key + "-other", 1);
      awaitNumbers(key + "-other", 1);
    }
  }

  @Nested
  class Remembering {
    @Test
    void what_is_old_is_forgotten_unless_it_still_has_to_be_said() {
      UUID said = say(key, 1);
      UUID unsaid = say(key, 2);
      awaitNumbers(key, 1, 2);
      await().atMost(SOON).until(MessagingTest.this::outboxIsEmpty);
      String both = "('%s', '%s')".formatted(said, unsaid);
      // In one transaction, so that the relay does not see the second event wait.
      QuarkusTransaction.requiringNew()
          .call(
              () -> {
                String old = "now() - interval '31 days'";
                execute("update event set occurred_at = " + old + " where id in " + both);
                execute(
                    "update inbox set handled_at = now() - interval '46 days' where event_id in "
                        + both);
                execute(
                    "insert into outbox select position, id from event where id = '%s'", unsaid);
                retention.forget();
                execute("delete from outbox");
                return null;
              });
      assertEquals(0, count("select count(*) from event where id = '" + said + "'"));
      assertEquals(1, count("select count(*) from event where id = '" + unsaid + "'"));
      assertEquals(0, count("select count(*) from inbox where event_id in " + both));
    }

    @Test
    void the_latest_state_of_everything_is_remembered_and_said_to_a_new_broker() {
      UUID replaced = sayState(1);
      UUID latest = sayState(2);
      awaitNumbers(key, 1, 2);
      await().atMost(SOON).until(MessagingTest.this::outboxIsEmpty);
      String both = "('%s', '%s')".formatted(replaced, latest);
      QuarkusTransaction.requiringNew()
          .call(
              () -> {
                execute(
                    "update event set occurred_at = now() - interval '99 days' where id in "
                        + both);
                retention.forget();
                return null;
              });
      assertEquals(0, count("select count(*) from event where id = '" + replaced + "'"));
      assertEquals(1, count("select count(*) from event where id = '" + latest + "'"));

      double published = metrics.counter("sojourn.outbox.published").count();
      String another = UUID.randomUUID().toString();
      assertTrue(events.sayStatesTo(another) > 0);
      await()
          .atMost(SOON)
          .until(() -> metrics.counter("sojourn.outbox.published").count() > published);
      await().atMost(SOON).until(MessagingTest.this::outboxIsEmpty);
      assertEquals(0, events.sayStatesTo(another), "it has them");
      assertEquals(List.of(1, 2), ledger.numbers(key), "whoever knew it is not told twice");
    }

    private UUID sayState(int number) {
      return QuarkusTransaction.requiringNew()
          .call(() -> outbox.append(LedgerOfStates.STATE, key, new Counted(number)));
    }

    @Test
    void the_broker_is_asked_who_it_is() {
      await()
          .atMost(SOON)
          .until(() -> count("select count(*) from broker where length(cluster_id) > 0") == 1);
    }

    @Test
    void the_backlog_its_age_and_the_dead_letters_are_measured() {
      double published = metrics.counter("sojourn.outbox.published").count();
      say(key, 1);
      awaitNumbers(key, 1);
      await()
          .atMost(SOON)
          .until(() -> metrics.counter("sojourn.outbox.published").count() > published);
      assertEquals(0, metrics.get("sojourn.outbox.backlog").gauge().value());
      assertEquals(0, metrics.get("sojourn.outbox.oldest.seconds").gauge().value());
      assertEquals(deadLetters.list().size(), metrics.get("sojourn.inbox.dead").gauge().value());
    }
  }

  private static final String LEADERS =
      """
      select pid from pg_locks
      where locktype = 'advisory' and granted and objsubid = 1
        and (classid::bigint << 32) + objid::bigint = x'736f6a6f75726e'::bigint
      """;

  private UUID say(String aggregate, int number) {
    return QuarkusTransaction.requiringNew()
        .call(() -> outbox.append(COUNTED, aggregate, new Counted(number)));
  }

  private void awaitNumbers(String aggregate, Integer... numbers) {
    await().atMost(SOON).until(() -> ledger.numbers(aggregate).size() >= numbers.length);
    assertEquals(List.of(numbers), ledger.numbers(aggregate));
  }

  private boolean isAboutKey(DeadLetter letter) {
    return letter.envelope().subject().equals(key);
  }

  private boolean outboxIsEmpty() {
    return count("select count(*) from outbox") == 0;
  }

  /** As a relay does that has forgotten that it did. */
  private void sendAgain(UUID event) {
    execute("insert into outbox select position, id from event where id = '%s'", event);
    await().atMost(SOON).until(this::outboxIsEmpty);
  }

  private void send(ProducerRecord<String, String> record) {
    try (var producer = kafka.producer()) {
      producer.send(record);
      producer.flush();
    }
  }

  private ConsumerRecord<String, String> nextDeadLetter() {
    Map<String, Object> config =
        Map.of("bootstrap.servers", RealKafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition("inquiry-service.dead-letters", 0)));
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      await()
          .atMost(SOON)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return found.stream().anyMatch(record -> record.key().equals(key));
              });
      return found.stream().filter(record -> record.key().equals(key)).findFirst().orElseThrow();
    }
  }

  private void execute(String sql, Object... values) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(values));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long count(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      var row = statement.executeQuery(sql);
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
