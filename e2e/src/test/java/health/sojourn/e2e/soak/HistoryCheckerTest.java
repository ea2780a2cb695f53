package health.sojourn.e2e.soak;

import static health.sojourn.e2e.soak.SoundWorld.CLINIC;
import static health.sojourn.e2e.soak.SoundWorld.INQUIRY;
import static health.sojourn.e2e.soak.SoundWorld.LEAD;
import static health.sojourn.e2e.soak.SoundWorld.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.e2e.soak.Findings.Effect;
import health.sojourn.e2e.soak.Findings.OnTopic;
import health.sojourn.e2e.soak.Findings.Said;
import health.sojourn.e2e.soak.Findings.Sent;
import health.sojourn.e2e.soak.Findings.Step;
import health.sojourn.e2e.soak.History.Act;
import health.sojourn.e2e.soak.Violation.Promise;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker finds each kind of broken promise, and none where there is none. */
class HistoryCheckerTest {
  private final SoundWorld world = new SoundWorld();

  @Test
  void aWorldInWhichAllIsKeptHasNoViolation() {
    assertEquals(List.of(), world.violations());
  }

  @Nested
  class WhatWasAnswered {
    @Test
    void isMissedWhenLost() {
      world.inquiriesOf.clear();
      finds(Promise.NOTHING_LOST);
    }

    @Test
    void isMissedWhenAnotherIsThereInstead() {
      world.inquiriesOf.put(PATIENT, List.of("inquiry-2"));
      world.say("inquiry-service", "inquiry.inquiries", "inquiry-2", "inquiry-received");
      world.say("inquiry-service", "inquiry.inquiries", "inquiry-2", "inquiry-routed");
      world.say("inquiry-service", "inquiry.inquiries", "inquiry-2", "inquiry-accepted");
      finds(Promise.NOTHING_LOST);
    }

    @Test
    void isNoticedWhenDoubled() {
      world.inquiriesOf.put(PATIENT, List.of(INQUIRY, "inquiry-2"));
      finds(Promise.NOTHING_DOUBLED, Promise.MAIL_KEEPS_ITS_ID);
    }

    @Test
    void isNoticedWhenOneKeyHasTwoAnswers() {
      world.call(Act.SEND_INQUIRY, PATIENT, 201, "inquiry-2");
      finds(Promise.NOTHING_LOST, Promise.NOTHING_DOUBLED);
    }

    @Test
    void mayBeAskedAgain() {
      world.call(Act.SEND_INQUIRY, PATIENT, 201, INQUIRY);
      world.call(Act.ACCEPT_LEAD, LEAD, 200, null);
      finds();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 409, 500, 502, 503, 504})
    void mayBeThereOrNotWhenUnknown(int status) {
      world.calls.clear();
      world.call(Act.SEND_INQUIRY, PATIENT, status, null);
      world.call(Act.SEND_INQUIRY, "another@example.org", status, null);
      finds();
    }

    @Test
    void isNotThereTwiceWhenUnknown() {
      world.calls.clear();
      world.call(Act.SEND_INQUIRY, PATIENT, 0, null);
      world.inquiriesOf.put(PATIENT, List.of(INQUIRY, "inquiry-2"));
      finds(Promise.NOTHING_DOUBLED, Promise.MAIL_KEEPS_ITS_ID);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422, 429})
    void isNotThereWhenRefused(int status) {
      world.calls.clear();
      world.call(Act.SEND_INQUIRY, PATIENT, status, null);
      finds(Promise.REFUSED_IS_REFUSED);
    }

    @Test
    void toAClinicIsMissedWhenLost() {
      world.call(Act.DECLINE_LEAD, "lead-2", 200, null);
      finds(Promise.NOTHING_LOST);
    }

    @Test
    void toAClinicIsNoticedWhenDoubled() {
      world.receive(
          "inquiry-service",
          world.say("provider-service", "provider.answers", LEAD, "lead-declined"));
      finds(Promise.NOTHING_DOUBLED);
    }

    @Test
    void toAClinicIsNotThereWhenRefused() {
      world.calls.removeIf(call -> call.act() == Act.ACCEPT_LEAD);
      world.call(Act.ACCEPT_LEAD, LEAD, 409, null);
      finds(Promise.REFUSED_IS_REFUSED);
    }
  }

  @Nested
  class Events {
    @Test
    void areMissedOnTheirTopic() {
      world.onTopics.removeIf(record -> record.event().equals(world.accepted.id()));
      finds(Promise.SAID_IS_SENT);
    }

    @Test
    void areNotInvented() {
      world.onTopics.add(new OnTopic("inquiry.leads", 0, LEAD, UUID.randomUUID()));
      finds(Promise.SAID_IS_SENT);
    }

    @Test
    void ofAStateCountOnlyWhenLatest() {
      Said old = world.say("provider-service", "provider.clinics", "clinic", "clinic-changed");
      Said latest = world.say("provider-service", "provider.clinics", "clinic", "clinic-changed");
      for (String consumer : List.of("content-service", "inquiry-service")) {
        world.receive(consumer, old);
        world.receive(consumer, latest);
      }
      world.onTopics.removeIf(record -> record.event().equals(old.id()));
      finds();
      world.onTopics.removeIf(record -> record.event().equals(latest.id()));
      finds(Promise.SAID_IS_SENT);
    }

    @Test
    void mayBeSentAgain() {
      world.onTopics.add(new OnTopic("provider.answers", 0, LEAD, world.viewed.id()));
      finds();
    }

    @Test
    void areNoticedOnTheTopicInAnotherOrder() {
      swapOnTopic(world.viewed, world.accepted);
      finds(Promise.ORDER_KEPT);
    }

    @Test
    void ofOneAggregateStayOnOnePartition() {
      world.onTopics.add(new OnTopic("provider.answers", 1, LEAD, world.viewed.id()));
      finds(Promise.ORDER_KEPT);
    }

    @Test
    void areNoticedWhenAppliedInAnotherOrder() {
      Collections.swap(world.received, 1, 2);
      finds(Promise.ORDER_KEPT);
    }

    @Test
    void areMissedAtAConsumer() {
      world.received.remove(1);
      world.effects.removeIf(effect -> effect.type().equals("lead-viewed"));
      finds(Promise.APPLIED_ONCE);
    }

    @Test
    void areNoticedWhenReceivedTwice() {
      world.receive("inquiry-service", world.accepted);
      finds(Promise.APPLIED_ONCE);
    }

    @Test
    void areNoticedWhenTheirEffectIsDoubled() {
      world.effects.removeIf(effect -> effect.type().equals("lead-accepted"));
      world.effects.add(new Effect("inquiry-service", "lead-accepted", LEAD, 2));
      finds(Promise.APPLIED_ONCE);
    }

    @Test
    void areNoticedWhenTheirEffectIsMissing() {
      world.effects.removeIf(effect -> effect.type().equals("lead-offered"));
      finds(Promise.APPLIED_ONCE);
    }

    @Test
    void thatCameTooLateHaveNoEffect() {
      world.effects.removeIf(effect -> effect.type().equals("lead-viewed"));
      finds();
    }

    @Test
    void thatFailedAreNoticed() {
      world.deadLetters.add("lead-accepted of lead-1 at inquiry");
      finds(Promise.APPLIED_ONCE);
    }

    private void swapOnTopic(Said one, Said other) {
      Collections.swap(world.onTopics, onTopic(one), onTopic(other));
    }

    private int onTopic(Said event) {
      return world.onTopics.stream().map(OnTopic::event).toList().indexOf(event.id());
    }
  }

  @Nested
  class AnInquiry {
    @Test
    void thatIsRoutedWaitsForAClinicOrForRouting() {
      world.hold("ROUTED", null, null, Step.ANSWER);
      finds();
      world.hold("ROUTED", null, null, Step.ROUTING);
      finds();
      world.hold("ROUTED", "facilitators", null, Step.REVIEW);
      finds(Promise.SOMEBODY_HOLDS_IT);
    }

    @Test
    void thatWasReceivedWaitsForRouting() {
      world.hold("RECEIVED", null, null, Step.ROUTING);
      finds();
      world.hold("RECEIVED", null, null);
      finds(Promise.SOMEBODY_HOLDS_IT);
    }

    @Test
    void thatIsUnplacedHasAnOwnerAndAReview() {
      world.hold("UNPLACED", "facilitators", null, Step.REVIEW);
      finds();
      world.hold("UNPLACED", null, null, Step.REVIEW);
      finds(Promise.SOMEBODY_HOLDS_IT);
      world.hold("UNPLACED", "facilitators", null);
      finds(Promise.SOMEBODY_HOLDS_IT);
    }

    @Test
    void thatIsAcceptedHasAClinicThatAccepted() {
      world.hold("ACCEPTED", null, null, Step.OFFER);
      finds(Promise.SOMEBODY_HOLDS_IT);
      world.hold("ACCEPTED", null, "clinic");
      finds(Promise.SOMEBODY_HOLDS_IT);
    }

    @Test
    void inAnUnknownStateIsNoticed() {
      world.hold("LOST", "facilitators", "clinic", Step.values());
      finds(Promise.SOMEBODY_HOLDS_IT);
    }
  }

  @Nested
  class Mails {
    @Test
    void toPatientsAreMissed() {
      world.mails.remove(0);
      finds(Promise.MAIL_SENT);
    }

    @Test
    void toPatientsMayComeAgain() {
      world.mails.add(world.mails.get(0));
      finds();
    }

    @Test
    void toPatientsAreNoticedUnderAnotherId() {
      world.mails.add(new Sent(PATIENT, "<4@sojourn>", "We have it"));
      finds(Promise.MAIL_KEEPS_ITS_ID);
    }

    @Test
    void toPatientsAreNoticedWhenOneReplacesAnother() {
      world.mails.remove(0);
      world.mails.add(new Sent(PATIENT, "<4@sojourn>", "A clinic is asked"));
      finds(Promise.MAIL_KEEPS_ITS_ID);
    }

    @Test
    void toClinicsAreMissed() {
      world.mails.removeIf(mail -> mail.to().equals(CLINIC));
      finds(Promise.MAIL_SENT);
    }

    @Test
    void toClinicsMayComeAgain() {
      world.mails.add(world.mails.get(3));
      finds();
    }

    @Test
    void toClinicsAreNoticedUnderAnotherId() {
      world.mails.add(new Sent(CLINIC, "<5@sojourn>", "New inquiry"));
      finds(Promise.MAIL_KEEPS_ITS_ID);
    }
  }

  private void finds(Promise... broken) {
    List<Violation> violations = world.violations();
    Set<Promise> promises = new TreeSet<>();
    violations.forEach(violation -> promises.add(violation.promise()));
    assertEquals(new TreeSet<>(List.of(broken)), promises, violations.toString());
  }
}
