package health.sojourn.provider.leadinbox;

import health.sojourn.http.Language;
import health.sojourn.provider.ProviderConfig;
import health.sojourn.provider.ProviderMessages;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.verification.FactName;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import health.sojourn.web.Reader;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells a clinic that a lead waits. The mail says where to look and until when; nothing in it is
 * about the patient. Sent again after a crash it has the same Message-ID, so that mailboxes show
 * one. It is in the first language of the clinic that mails are written in, else in English.
 */
@ApplicationScoped
class NewLeadMail implements TaskHandler<NewLeadMail.Data> {
  static final TaskType<Data> TYPE = new TaskType<>("mail-new-lead", Data.class);
  private static final Logger LOG = Logger.getLogger(NewLeadMail.class);

  @Inject Mailer mailer;
  @Inject EntityManager entities;
  @Inject Clinics clinics;
  @Inject ProviderConfig config;

  record Data(UUID leadId) {}

  @CheckedTemplate(basePath = "leadinbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NewLead(String clinic, String reference, ZonedDateTime answerBy, String address)
      implements TemplateInstance {}

  private record Letter(
      String to,
      String clinic,
      String reference,
      Instant answerBy,
      String zone,
      Language language) {}

  @Override
  public TaskType<Data> type() {
    return TYPE;
  }

  @Override
  public void run(String id, Data data) {
    Optional<Letter> letter = QuarkusTransaction.requiringNew().call(() -> letter(data.leadId()));
    if (letter.isEmpty()) {
      LOG.warnf("No address to announce lead %s to", data.leadId());
      return;
    }
    send(data.leadId(), letter.get());
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
                    to,
                    clinic.name(),
                    lead.reference(),
                    lead.answerBy(),
                    clinic.place().timeZone(),
                    clinic.mailLanguage()));
  }

  private void send(UUID leadId, Letter letter) {
    String text =
        new NewLead(
                letter.clinic(),
                letter.reference(),
                letter.answerBy().atZone(ZoneId.of(letter.zone())),
                config.publicUrl() + "/clinic-desk/leads/" + leadId)
            .setLocale(letter.language().locale())
            .render();
    String subject =
        Reader.messages(ProviderMessages.class, letter.language()).newInquiry(letter.reference());
    mailer.send(
        Mail.withText(letter.to(), subject, text)
            .addHeader("Message-ID", "<lead-" + leadId + "@sojourn>"));
  }
}
