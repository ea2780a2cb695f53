package health.sojourn.e2e.soak;

import health.sojourn.e2e.soak.Findings.Effect;
import health.sojourn.e2e.soak.Findings.Inquiry;
import health.sojourn.e2e.soak.Findings.OnTopic;
import health.sojourn.e2e.soak.Findings.Received;
import health.sojourn.e2e.soak.Findings.Said;
import health.sojourn.e2e.soak.Findings.Sent;
import health.sojourn.e2e.soak.Findings.Step;
import health.sojourn.e2e.soak.History.Act;
import health.sojourn.e2e.soak.History.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A history and findings in which every promise is kept: one inquiry, accepted by the clinic that
 * was asked. Tests spoil it.
 */
final class SoundWorld {
  static final String PATIENT = "patient@example.org";
  static final String INQUIRY = "inquiry-1";
  static final String LEAD = "lead-1";
  static final String CLINIC = "leads@clinic.example";

  final List<Call> calls = new ArrayList<>();
  final Map<String, List<String>> inquiriesOf = new HashMap<>();
  final List<Inquiry> inquiries = new ArrayList<>();
  final List<Said> said = new ArrayList<>();
  final List<Received> received = new ArrayList<>();
  final List<OnTopic> onTopics = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  final List<Sent> mails = new ArrayList<>();
  final List<String> deadLetters = new ArrayList<>();

  final Said viewed;
  final Said accepted;

  SoundWorld() {
    call(Act.SEND_INQUIRY, PATIENT, 201, INQUIRY);
    inquiriesOf.put(PATIENT, List.of(INQUIRY));
    inquiries.add(new Inquiry(INQUIRY, "ACCEPTED", null, "clinic", Set.of(Step.OFFER)));
    say("inquiry-service", "inquiry.inquiries", INQUIRY, "inquiry-received");
    say("inquiry-service", "inquiry.inquiries", INQUIRY, "inquiry-routed");
    receive("provider-service", say("inquiry-service", "inquiry.leads", LEAD, "lead-offered"));
    effects.add(new Effect("provider-service", "lead-offered", LEAD, 1));
    viewed = say("provider-service", "provider.answers", LEAD, "lead-viewed");
    receive("inquiry-service", viewed);
    effects.add(new Effect("inquiry-service", "lead-viewed", LEAD, 1));
    call(Act.ACCEPT_LEAD, LEAD, 200, null);
    accepted = say("provider-service", "provider.answers", LEAD, "lead-accepted");
    receive("inquiry-service", accepted);
    effects.add(new Effect("inquiry-service", "lead-accepted", LEAD, 1));
    say("inquiry-service", "inquiry.inquiries", INQUIRY, "inquiry-accepted");
    mails.add(new Sent(PATIENT, "<1@sojourn>", "We have it"));
    mails.add(new Sent(PATIENT, "<2@sojourn>", "A clinic is asked"));
    mails.add(new Sent(PATIENT, "<3@sojourn>", "A clinic accepted"));
    mails.add(new Sent(CLINIC, "<lead-" + LEAD + "@sojourn>", "New inquiry"));
  }

  List<Violation> violations() {
    return HistoryChecker.check(
        calls,
        new Findings(
            inquiriesOf, inquiries, said, received, onTopics, effects, mails, deadLetters));
  }

  void call(Act act, String subject, int status, String id) {
    calls.add(new Call(Instant.EPOCH, act, subject, "key", status, id));
  }

  /** Said, and on its topic. */
  Said say(String service, String topic, String key, String type) {
    Said event = new Said(service, UUID.randomUUID(), said.size(), topic, key, type);
    said.add(event);
    onTopics.add(new OnTopic(topic, 0, key, event.id()));
    return event;
  }

  void receive(String consumer, Said event) {
    received.add(new Received(consumer, event.id()));
  }

  void hold(String status, String owner, String clinic, Step... steps) {
    inquiries.set(0, new Inquiry(INQUIRY, status, owner, clinic, Set.of(steps)));
  }
}
