package health.sojourn.inquiry.tracking;

import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.PatientMail;
import health.sojourn.inquiry.privacy.Marks;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Sends the link somebody asked for, if the reference and the address belong together. */
@ApplicationScoped
class LinkSender implements TaskHandler<LinkRequests.Asked> {
  /** Nobody's inbox is flooded by a stranger who knows a reference. */
  private static final int AT_ONE_TIME = 3;

  private final Inquiries inquiries;
  private final Marks marks;
  private final Links links;
  private final PatientMail mail;

  LinkSender(Inquiries inquiries, Marks marks, Links links, PatientMail mail) {
    this.inquiries = inquiries;
    this.marks = marks;
    this.links = links;
    this.mail = mail;
  }

  @Override
  public TaskType<LinkRequests.Asked> type() {
    return LinkRequests.TASK;
  }

  @Override
  @Transactional
  public void run(String id, LinkRequests.Asked asked) {
    if (asked.reference() == null) {
      return;
    }
    inquiries
        .find(asked.reference())
        .filter(inquiry -> marks.mailGoesTo(inquiry.patientId(), asked.emailHashes()))
        .map(Inquiry::id)
        .filter(inquiry -> links.recent(inquiry) < AT_ONE_TIME)
        .ifPresent(inquiry -> mail.schedule(inquiry, PatientMail.Kind.LINK));
  }
}
