package health.sojourn.e2e;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.local.Platform;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was answered with 201 is never lost and never doubled. */
class CrashIT {
  private static final int INQUIRIES = 20;
  private static final int KILLED_AFTER = 8;

  private final Platform platform = Sojourn.platform();
  private final AtomicInteger confirmed = new AtomicInteger();
  private final Map<NewInquiry, String> ids = new ConcurrentHashMap<>();

  @Test
  void inquiryServiceIsKilledWhileInquiriesArePosted() throws Exception {
    List<NewInquiry> inquiries =
        Stream.generate(NewInquiry::ofSomebodyNew).limit(INQUIRIES).toList();

    sendAll(inquiries);

    assertEquals(INQUIRIES, new HashSet<>(ids.values()).size(), "each has an id of its own");
    ids.forEach(this::isThereOnceWithItsLeadAtItsClinic);
  }

  private void sendAll(List<NewInquiry> inquiries) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> sent = new ArrayList<>();
      inquiries.forEach(inquiry -> sent.add(senders.submit(() -> sendUntilConfirmed(inquiry))));
      for (Future<?> each : sent) {
        each.get();
      }
    } finally {
      senders.shutdownNow();
    }
  }

  /** As a careful caller does: the same key again until there is an answer. */
  private void sendUntilConfirmed(NewInquiry inquiry) {
    String key = UUID.randomUUID().toString();
    await()
        .atMost(ofSeconds(90))
        .pollDelay(ofMillis(0))
        .pollInterval(ofMillis(300))
        .until(() -> isConfirmed(inquiry, key));
    if (confirmed.incrementAndGet() == KILLED_AFTER) {
      platform.kill("inquiry-service");
      platform.start("inquiry-service");
    }
  }

  private boolean isConfirmed(NewInquiry inquiry, String key) {
    Response answer =
        Api.anonymous()
            .header("Idempotency-Key", key)
            .contentType(ContentType.JSON)
            .body(inquiry.json())
            .post("/api/v1/inquiries");
    if (answer.statusCode() == 201) {
      ids.put(inquiry, answer.jsonPath().getString("id"));
      return true;
    }
    // While the service is away the gateway says so; while its earlier try still runs, 409.
    if (!List.of(409, 502, 503, 504).contains(answer.statusCode())) {
      throw new AssertionError("Unexpected answer: " + answer.asString());
    }
    return false;
  }

  private void isThereOnceWithItsLeadAtItsClinic(NewInquiry inquiry, String id) {
    List<String> found =
        Api.as(Api.FACILITATOR)
            .queryParam("q", inquiry.email())
            .get("/api/v1/inquiries")
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    assertEquals(List.of(id), found);

    String lead = await().atMost(ofSeconds(30)).until(() -> onlyLeadOf(id), one -> one != null);
    String clinic = Leads.of(id).getString("items[0].clinic");
    await()
        .atMost(ofSeconds(30))
        .untilAsserted(
            () -> assertEquals(1, Leads.atClinic(clinic, lead), clinic + " has " + lead));
  }

  private static String onlyLeadOf(String inquiry) {
    List<String> leads = Leads.of(inquiry).getList("items.id");
    if (leads.size() > 1) {
      throw new AssertionError("More than one lead for " + inquiry + ": " + leads);
    }
    return leads.isEmpty() ? null : leads.get(0);
  }
}
