package health.sojourn.e2e;

import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.e2e.Collector.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One inquiry is one trace through gateway, services, outbox, broker, inbox and tasks. */
class TraceIT {
  private static final String TRACE = "5ad1c0de5ad1c0de5ad1c0de5ad1c0de";
  private static final String CALLER = "00f067aa0ba902b7";

  /** As {@code service: name}; the last one is the mail to the clinic. */
  private static final Set<String> EXPECTED =
      Set.of(
          "gateway: POST",
          "inquiry-service: POST /api/v1/inquiries",
          "inquiry-service: route-inquiry run",
          "inquiry-service: patient-mail run",
          "provider-service: inquiry.leads process",
          "provider-service: mail-new-lead run");

  private final Watched watched = Watched.platform();

  @Test
  void anInquiryIsOneTraceFromTheGatewayToTheClinicsMail() {
    NewInquiry inquiry = NewInquiry.ofSomebodyNew();
    watched
        .api()
        .header("traceparent", "00-%s-%s-01".formatted(TRACE, CALLER))
        .queryParam("lang", "en")
        .contentType("application/json")
        .body(inquiry.json())
        .post("/api/v1/inquiries")
        .then()
        .statusCode(201);

    await()
        .atMost(ofSeconds(60))
        .untilAsserted(() -> assertEquals(EXPECTED, foundOf(EXPECTED), this::told));
    hangTogether(trace());
    assertTrue(depth("provider-service: mail-new-lead run") >= 5, this::told);
  }

  @Test
  void spansSayNothingThatWasTyped() {
    watched.api().get("/inquiries/SJ-AAAA-AAAA?q=typed-by-somebody");
    watched.api().get("/clinics/typed-by-somebody?q=typed-by-somebody");
    watched.api().get("/typed-by-somebody");
    await()
        .atMost(ofSeconds(30))
        .until(() -> watched.collector().spans().stream().anyMatch(TraceIT::isNotFound));
    for (Span span : watched.collector().spans()) {
      for (String name : List.of("url.path", "url.query", "url.full", "user_agent.original")) {
        assertEquals("", span.attributes().getOrDefault(name, ""), span::toString);
      }
      assertEquals(0, span.events(), span::toString);
      assertFalse(span.toString().contains("typed-by-somebody"), span::toString);
      assertFalse(span.toString().contains("SJ-AAAA-AAAA"), span::toString);
    }
  }

  private static boolean isNotFound(Span span) {
    return span.service().equals("gateway") && "/*".equals(span.attributes().get("http.route"));
  }

  private Set<String> foundOf(Set<String> expected) {
    return trace().stream().map(TraceIT::named).filter(expected::contains).collect(toSet());
  }

  private List<Span> trace() {
    return watched.collector().spans().stream().filter(it -> it.trace().equals(TRACE)).toList();
  }

  /** Each has its parent among the others; only the first has the caller. */
  private void hangTogether(List<Span> spans) {
    Set<String> ids = spans.stream().map(Span::id).collect(toSet());
    List<Span> first = spans.stream().filter(span -> !ids.contains(span.parent())).toList();
    assertEquals(List.of(CALLER), first.stream().map(Span::parent).toList(), this::told);
    assertEquals("gateway", first.get(0).service());
  }

  private long depth(String name) {
    Map<String, Span> byId = trace().stream().collect(toMap(Span::id, span -> span));
    Span span = byId.values().stream().filter(it -> named(it).equals(name)).findFirst().get();
    return Stream.iterate(span, it -> it != null, it -> byId.get(it.parent())).count();
  }

  private static String named(Span span) {
    return span.service() + ": " + span.name();
  }

  private String told() {
    return String.join("\n", trace().stream().map(Span::toString).toList());
  }
}
