package health.sojourn.inquiry.message;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.Dossiers;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.PatientMail;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.inquiry.lead.Leads.Held;
import health.sojourn.inquiry.message.Message.Kind;
import health.sojourn.inquiry.message.Message.Sender;
import health.sojourn.inquiry.message.Message.State;
import health.sojourn.inquiry.privacy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What clinic and patient write to each other. Neither knows how to reach the other: each message
 * waits for a facilitator, who releases it or keeps it back.
 */
@ApplicationScoped
public class Messages {
  /** Of one message, in characters. */
  public static final int LONGEST = 4000;

  private final Leads leads;
  private final Inquiries inquiries;
  private final Dossiers dossiers;
  private final PatientMail mail;
  private final EntityManager em;
  private final Clock clock;

  Messages(
      Leads leads,
      Inquiries inquiries,
      Dossiers dossiers,
      PatientMail mail,
      EntityManager em,
      Clock clock) {
    this.leads = leads;
    this.inquiries = inquiries;
    this.dossiers = dossiers;
    this.mail = mail;
    this.em = em;
    this.clock = clock;
  }

  /**
   * Keeps what somebody wrote about a lead, under an id that the writer's page or program made: the
   * same words a second time are kept once.
   *
   * @return false if exactly this was kept before
   * @throws Problem 404 for a lead of another inquiry, 409 for other words under a known id and
   *     once the lead has ended, 422 for no words or too many
   */
  @Transactional
  public boolean put(UUID inquiryId, UUID leadId, UUID id, Actor actor, Kind kind, String text) {
    String words = checked(text);
    Held held =
        leads
            .hold(leadId)
            .filter(found -> found.inquiry().id().equals(inquiryId))
            .orElseThrow(
                () -> Problem.notFound("lead-unknown", "There is no such lead of this inquiry."));
    Message known = em.find(Message.class, id);
    if (known != null) {
      mustBe(known, held, words);
      return false;
    }
    if (!held.lead().status().live()) {
      throw Problem.conflict("lead-over", "This clinic no longer has the inquiry.");
    }
    keep(id, held, actor, kind, words);
    return true;
  }

  private void mustBe(Message known, Held held, String words) {
    if (!known.leadId.equals(held.lead().id())
        || !dossiers.openText(held.inquiry(), known.sealedAs(), known.words).equals(words)) {
      throw Problem.conflict("message-differs", "Another message was sent under this id.");
    }
  }

  private void keep(UUID id, Held held, Actor actor, Kind kind, String words) {
    Instant now = clock.instant();
    Message message = new Message();
    message.id = id;
    message.inquiryId = held.inquiry().id();
    message.leadId = held.lead().id();
    message.sender = Sender.valueOf(actor.kind().name());
    message.kind = kind;
    message.words = dossiers.sealText(held.inquiry(), message.sealedAs(), words);
    message.sentAt = now;
    message.sentBy = actor.name();
    message.state = State.WAITING;
    if (message.sender == Sender.FACILITATOR) {
      decide(message, State.RELEASED, actor, now);
      mail.schedule(message.inquiryId, PatientMail.Kind.MESSAGE);
    }
    em.persist(message);
  }

  /**
   * Passes a message on to the other side; the patient is told by mail. A second click changes
   * nothing.
   *
   * @throws Problem 404 for a message of another inquiry
   */
  @Transactional
  public void release(UUID inquiryId, UUID id, Actor actor) {
    Message message = held(inquiryId, id);
    if (message.state == State.RELEASED) {
      return;
    }
    decide(message, State.RELEASED, actor, clock.instant());
    if (message.sender == Sender.CLINIC) {
      mail.schedule(inquiryId, PatientMail.Kind.MESSAGE);
    }
  }

  /**
   * @throws Problem 404 for a message of another inquiry, 409 if it was released already
   */
  @Transactional
  public void keepBack(UUID inquiryId, UUID id, Actor actor) {
    Message message = held(inquiryId, id);
    if (message.state == State.RELEASED) {
      throw Problem.conflict(
          "message-released", "This message was released already; it can't be kept back any more.");
    }
    if (message.state == State.WAITING) {
      decide(message, State.KEPT_BACK, actor, clock.instant());
    }
  }

  private Message held(UUID inquiryId, UUID id) {
    Message message = em.find(Message.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (message == null || !message.inquiryId.equals(inquiryId)) {
      throw Problem.notFound("message-unknown", "There is no such message about this inquiry.");
    }
    return message;
  }

  private static void decide(Message message, State state, Actor actor, Instant now) {
    message.state = state;
    message.decidedAt = now;
    message.decidedBy = actor.name();
  }

  /** What the clinic may read of one lead: its own words, and what was released. Oldest first. */
  @Transactional
  List<Said> forClinic(Lead lead) {
    return said(
        lead.inquiryId(),
        message ->
            message.leadId.equals(lead.id())
                && (message.sender == Sender.CLINIC || message.state == State.RELEASED));
  }

  /** What the patient may read: their own words, and what was released. Oldest first. */
  @Transactional
  public List<Said> forPatient(UUID inquiryId) {
    return said(
        inquiryId, message -> message.sender == Sender.PATIENT || message.state == State.RELEASED);
  }

  /** Everything, for a facilitator. The caller writes down who read it. Oldest first. */
  @Transactional
  public List<Said> forFacilitator(UUID inquiryId) {
    return said(inquiryId, message -> true);
  }

  private List<Said> said(UUID inquiryId, Predicate<Message> mayRead) {
    Inquiry inquiry = inquiries.find(inquiryId).orElseThrow();
    return em.createQuery(
            "from Message where inquiryId = :inquiry order by sentAt, id", Message.class)
        .setParameter("inquiry", inquiryId)
        .getResultStream()
        .filter(mayRead)
        .map(message -> said(inquiry, message))
        .toList();
  }

  private Said said(Inquiry inquiry, Message message) {
    return new Said(
        message.id,
        message.leadId,
        message.sender,
        dossiers.openText(inquiry, message.sealedAs(), message.words),
        message.sentAt,
        message.state == State.RELEASED,
        message.state == State.KEPT_BACK);
  }

  private static String checked(String text) {
    String words = text == null ? "" : text.strip();
    if (words.isEmpty()) {
      throw wrong("required", "Write something first.");
    }
    if (words.length() > LONGEST) {
      throw wrong("too-long", "Write at most %d characters.".formatted(LONGEST));
    }
    return words;
  }

  private static Problem wrong(String code, String detail) {
    return Problem.invalid(List.of(new FieldError("/text", code, detail)));
  }
}
