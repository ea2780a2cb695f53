package health.sojourn.inquiry.intake;

import health.sojourn.defaults.Ids;
import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.duplicate.Relations;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The way in. Everything an inquiry consists of and everything it sets in motion is stored in one
 * transaction, or nothing is.
 */
@ApplicationScoped
public class Intake {
  private final Checks checks;
  private final References references;
  private final Dossiers dossiers;
  private final Agreed agreed;
  private final Snapshots snapshots;
  private final Relations relations;
  private final Inquiries inquiries;
  private final AuditLog audit;
  private final PatientMail mail;
  private final Tasks tasks;
  private final Ids ids;
  private final Clock clock;
  private final EntityManager em;

  Intake(
      Checks checks,
      References references,
      Dossiers dossiers,
      Agreed agreed,
      Snapshots snapshots,
      Relations relations,
      Inquiries inquiries,
      AuditLog audit,
      PatientMail mail,
      Tasks tasks,
      Ids ids,
      Clock clock,
      EntityManager em) {
    this.checks = checks;
    this.references = references;
    this.dossiers = dossiers;
    this.agreed = agreed;
    this.snapshots = snapshots;
    this.relations = relations;
    this.inquiries = inquiries;
    this.audit = audit;
    this.mail = mail;
    this.tasks = tasks;
    this.ids = ids;
    this.clock = clock;
    this.em = em;
  }

  /** What stands in the way of storing it, by field; empty if nothing does. */
  @Transactional
  public List<FieldError> check(NewInquiry asked) {
    return checks.of(asked);
  }

  /**
   * Stores the inquiry and sets routing in motion.
   *
   * @throws Problem 422 naming every field that needs another look
   */
  @Transactional
  public Inquiry submit(NewInquiry asked, Sender sender) {
    List<FieldError> errors = checks.of(asked);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    Instant now = clock.instant();
    Sealed patient = dossiers.seal(asked);
    relations.oneAtATime(patient.hashesOfContact());
    Inquiry inquiry = store(asked, sender, patient, now);
    agreed.keep(inquiry, asked, sender, now);
    snapshots.keep(inquiry, asked);
    if (sender.partnerId() != null) {
      snapshots.keepPartner(inquiry, asked, sender);
    }
    relations
        .linkSamePerson(inquiry.id(), patient.hashesOfContact(), now)
        .ifPresent(inquiry::assignTo);
    audit.write(inquiry.id(), sender.actor(), AuditLog.Act.STORED);
    inquiries.publish(inquiry, inquiry.received(), sender.actor());
    setInMotion(inquiry, patient, now);
    return inquiry;
  }

  private Inquiry store(NewInquiry asked, Sender sender, Sealed patient, Instant now) {
    Inquiry inquiry =
        new Inquiry(
            ids.next(),
            references.next(),
            patient.id(),
            asked.therapy(),
            asked.patient().country(),
            Locale.forLanguageTag(asked.patient().language()).toLanguageTag(),
            asked.patient().birthYear(),
            sender.channel(),
            sender.recordedBy(),
            now);
    em.persist(inquiry);
    em.flush();
    return inquiry;
  }

  private void setInMotion(Inquiry inquiry, Sealed patient, Instant now) {
    String id = inquiry.id().toString();
    tasks.schedule(RouteInquiry.TASK, id, new RouteInquiry(inquiry.id()), now);
    tasks.schedule(FindSimilarNames.TASK, id, new FindSimilarNames(inquiry.id()), now);
    if (patient.hasMailAddress()) {
      mail.schedule(inquiry.id(), PatientMail.Kind.RECEIVED);
    }
  }
}
