package health.sojourn.inquiry.clock;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.inquiry.clock.RunningClock.Kind;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.CloseReason;
import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.LeadMoves;
import health.sojourn.inquiry.lead.LeadStatus;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.routing.Market;
import health.sojourn.inquiry.routing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClocksTest {
  @Inject Market market;
  @Inject Clocks clocks;
  @Inject Leads leads;
  @Inject LeadMoves clinic;
  @Inject Inquiries inquiries;
  @Inject History history;
  @Inject Directory directory;

  private UUID inquiry;

  @BeforeEach
  void aLead() {
    market.clear();
    market.clinic("a");
    inquiry = market.inquiry();
    await().atMost(10, SECONDS).until(() -> !lead().isEmpty());
  }

  @AfterEach
  void asItWas() {
    MovableClock.back();
    market.reopen();
  }

  @Test
  void aLeadRunsAgainstTwoClocksOfThePolicyInForce() {
    assertEquals(
        List.of(Kind.VIEW, Kind.ANSWER), running().stream().map(clock -> clock.kind).toList());
    assertTrue(running().stream().allMatch(clock -> clock.policy == 2));
    assertTrue(running().stream().allMatch(clock -> clock.zone.equals("America/Bogota")));
  }

  @Test
  void aClockWarnsAndIsBreachedOnceEach() {
    RunningClock answer = running().get(1);
    tick(answer, answer.warnAt.minusSeconds(1));
    assertEquals(List.of(), said());
    tick(answer, answer.warnAt.plusSeconds(1));
    tick(answer, answer.warnAt.plusSeconds(2));
    assertEquals(List.of("clock-warned"), said());
    tick(answer, answer.dueAt.plusSeconds(1));
    tick(answer, answer.dueAt.plusSeconds(2));
    assertEquals(List.of("clock-warned", "clock-breached"), said());
  }

  @Test
  void aClockThatWasStoppedIsSilent() {
    RunningClock answer = running().get(1);
    clinic.accepts(lead().get(0).id());
    assertEquals(List.of(Kind.QUOTE), running().stream().map(clock -> clock.kind).toList());
    tick(answer, answer.dueAt.plusSeconds(1));
    assertEquals(List.of(), said());
  }

  @Test
  void aClinicThatAcceptedHasThreeMoreDaysForItsQuote() {
    clinic.accepts(lead().get(0).id());
    RunningClock quote = running().get(0);
    assertEquals(
        ClockPolicy.current().quoteBy(quote.startedAt, directory.hoursOf("a")), quote.dueAt);
    tick(quote, quote.warnAt.plusSeconds(1));
    tick(quote, quote.dueAt.plusSeconds(1));
    assertEquals(List.of("clock-warned", "clock-breached"), said("QUOTE"));
  }

  @Test
  void anInquiryThatEndsTakesItsLeadsAndClocksWithIt() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Inquiry held = inquiries.lock(inquiry);
              inquiries.publish(
                  held, held.close(CloseReason.WITHDRAWN, Instant.now()), Actor.PATIENT);
            });
    assertEquals(LeadStatus.WITHDRAWN, lead().get(0).status());
    assertEquals(List.of(), running());
  }

  private void tick(RunningClock clock, Instant now) {
    MovableClock.moveTo(now);
    clocks.run("test", new Clocks.Tick(clock.id));
  }

  private List<RunningClock> running() {
    return QuarkusTransaction.requiringNew().call(() -> clocks.running(inquiry));
  }

  private List<Lead> lead() {
    return QuarkusTransaction.requiringNew().call(() -> leads.of(inquiry));
  }

  /** Of the clock until the answer; the other one runs too. */
  private List<String> said() {
    return said("ANSWER");
  }

  private List<String> said(String kind) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                history.of(inquiry).stream()
                    .filter(entry -> kind.equals(entry.data().get("clock")))
                    .map(History.Entry::kind)
                    .toList());
  }
}
