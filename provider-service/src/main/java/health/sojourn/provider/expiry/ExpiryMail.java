package health.sojourn.provider.expiry;

import health.sojourn.http.Language;
import health.sojourn.provider.ProviderConfig;
import health.sojourn.provider.ProviderMessages;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.verification.FactName;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import health.sojourn.web.Reader;
import health.sojourn.web.Words;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells a clinic which of its facts end soon, in one mail. Sent again after a crash it has the same
 * Message-ID, so that mailboxes show one.
 */
@ApplicationScoped
class ExpiryMail implements TaskHandler<ExpiryMail.Data> {
  static final TaskType<Data> TYPE = new TaskType<>("mail-facts-expire", Data.class);
  private static final Logger LOG = Logger.getLogger(ExpiryMail.class);

  @Inject Mailer mailer;
  @Inject Clinics clinics;
  @Inject ProviderConfig config;

  /**
   * @param facts those that end, at least one
   */
  record Data(String clinic, List<Line> facts) {}

  /**
   * @param therapy of an offer's fact; empty for the clinic's own
   * @param name of {@link FactName}
   */
  record Line(String therapy, String name, LocalDate lastDay) {}

  @CheckedTemplate(basePath = "expiry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record FactsExpire(String clinic, List<Line> facts, String address) implements TemplateInstance {}

  private record Recipient(String to, String clinic, Language language) {}

  @Override
  public TaskType<Data> type() {
    return TYPE;
  }

  @Override
  public void run(String id, Data data) {
    Optional<Recipient> recipient =
        QuarkusTransaction.requiringNew().call(() -> recipient(data.clinic()));
    if (recipient.isEmpty()) {
      LOG.warnf("No address to tell %s of expiring facts", data.clinic());
      return;
    }
    send(id, data, recipient.get());
  }

  private Optional<Recipient> recipient(String slug) {
    return clinics
        .find(slug)
        .flatMap(
            clinic ->
                clinic
                    .facts()
                    .text(FactName.LEAD_EMAIL)
                    .map(to -> new Recipient(to, clinic.name(), clinic.mailLanguage())));
  }

  private void send(String id, Data data, Recipient recipient) {
    List<Line> facts =
        data.facts().stream()
            .sorted(Comparator.comparing(Line::lastDay).thenComparing(Line::name))
            .toList();
    String text =
        new FactsExpire(
                recipient.clinic(), facts, config.publicUrl() + "/clinic-desk/facts#EXPIRES_SOON")
            .setLocale(recipient.language().locale())
            .render();
    String first = Words.of("fact", facts.get(0).name(), recipient.language());
    String subject =
        Reader.messages(ProviderMessages.class, recipient.language())
            .factsEndSoon(first, facts.size() - 1);
    mailer.send(
        Mail.withText(recipient.to(), subject, text)
            .addHeader("Message-ID", "<expiry-" + id + "@sojourn>"));
  }
}
