package health.sojourn.provider.leadinbox;

import health.sojourn.http.Language;
import health.sojourn.provider.DeskMessages;
import health.sojourn.provider.ProviderConfig;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.verification.FactName;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import health.sojourn.web.Reader;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells a clinic that there is news of a lead. The mail says where to look; nothing in it is about
 * the patient. Sent again after a crash it has the same Message-ID, so that mailboxes show one. It
 * is in the first language of the clinic that mails are written in, else in English.
 */
abstract class LeadMail implements TaskHandler<LeadMail.Data> {
  private static final Logger LOG = Logger.getLogger(LeadMail.class);

  @Inject Mailer mailer;
  @Inject EntityManager entities;
  @Inject Clinics clinics;
  @Inject ProviderConfig config;

  private final TaskType<Data> type;

  LeadMail(TaskType<Data> type) {
    this.type = type;
  }

  record Data(UUID leadId) {}

  /**
   * @param zone of the clinic
   */
  record Letter(
      UUID leadId,
      String to,
      String clinic,
      String reference,
      Instant answerBy,
      String zone,
      Language language) {}

  abstract String subject(DeskMessages words, String reference);

  abstract TemplateInstance text(Letter letter, String desk);

  /** The same for every attempt to send the same news. */
  abstract String messageId(UUID lead);

  @Override
  public TaskType<Data> type() {
    return type;
  }

  @Override
  public void run(String id, Data data) {
    Optional<Letter> letter = QuarkusTransaction.requiringNew().call(() -> letter(data.leadId()));
    if (letter.isEmpty()) {
      LOG.warnf("No address to write to about lead %s", data.leadId());
      return;
    }
    send(letter.get());
  }

  private Optional<Letter> letter(UUID leadId) {
    InboxLead lead = entities.find(InboxLead.class, leadId);
    var clinic = clinics.get(lead.clinic());
    return clinic
        .facts()
        .text(FactName.LEAD_EMAIL)
        .map(
            to ->
                new Letter(
                    leadId,
                    to,
                    clinic.name(),
                    lead.reference(),
                    lead.answerBy(),
                    clinic.place().timeZone(),
                    clinic.mailLanguage()));
  }

  private void send(Letter letter) {
    String text =
        text(letter, config.publicUrl() + "/clinic-desk/leads/" + letter.leadId())
            .setLocale(letter.language().locale())
            .render();
    String subject =
        subject(Reader.messages(DeskMessages.class, letter.language()), letter.reference());
    mailer.send(
        Mail.withText(letter.to(), subject, text)
            .addHeader("Message-ID", messageId(letter.leadId())));
  }
}
