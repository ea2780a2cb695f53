package health.sojourn.inquiry.mail;

import health.sojourn.http.Language;
import health.sojourn.inquiry.InquiryConfig;
import health.sojourn.inquiry.intake.Dossier;
import health.sojourn.inquiry.intake.Dossiers;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.PatientMail;
import health.sojourn.inquiry.intake.PatientMail.Kind;
import health.sojourn.inquiry.intake.PatientMail.Message;
import health.sojourn.inquiry.tracking.Links;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import health.sojourn.web.Words;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Writes to the person who asked, in their language if it is one of ours. A mail may leave twice if
 * we are stopped between sending and noting it; it then has the same Message-ID, by which mail
 * programs show it once.
 */
@ApplicationScoped
class PatientMailer implements TaskHandler<Message> {
  private static final Set<Kind> WITH_LINK = EnumSet.of(Kind.RECEIVED, Kind.LINK);

  private final Inquiries inquiries;
  private final Dossiers dossiers;
  private final Links links;
  private final Mailer mailer;
  private final InquiryConfig config;
  private final Template text;
  private final Template html;

  PatientMailer(
      Inquiries inquiries,
      Dossiers dossiers,
      Links links,
      Mailer mailer,
      InquiryConfig config,
      @Location("mail/patient.txt") Template text,
      @Location("mail/patient.html") Template html) {
    this.inquiries = inquiries;
    this.dossiers = dossiers;
    this.links = links;
    this.mailer = mailer;
    this.config = config;
    this.text = text;
    this.html = html;
  }

  @Override
  public TaskType<Message> type() {
    return PatientMail.TASK;
  }

  @Override
  public void run(String id, Message message) {
    // The link is stored before it is sent, and no transaction waits for the mail server.
    QuarkusTransaction.requiringNew().call(() -> write(message)).ifPresent(mailer::send);
  }

  /** Empty if the inquiry is gone or nobody left an address. */
  private Optional<Mail> write(Message message) {
    Optional<Inquiry> found = inquiries.find(message.inquiryId());
    String to = found.map(dossiers::identity).map(Dossier.Identity::mailAddress).orElse(null);
    if (to == null) {
      return Optional.empty();
    }
    String reference = found.get().reference();
    Language language = Language.named(found.get().language()).orElse(Language.ENGLISH);
    String link =
        WITH_LINK.contains(message.kind())
            ? address(
                UriBuilder.fromPath("/inquiries/track/redeem")
                    .queryParam("token", links.issue(message.inquiryId())),
                language)
            : null;
    String subject = say(message, "subject", reference, language);
    Mail mail =
        new Mail()
            .addTo(to)
            .setSubject(subject)
            .setText(fill(text, message, reference, link, language).render())
            .setHtml(
                fill(html, message, reference, link, language).data("subject", subject).render())
            .addHeader("Message-ID", "<" + message.id() + "@" + config.publicUrl().getHost() + ">")
            .addHeader("Auto-Submitted", "auto-generated");
    return Optional.of(mail);
  }

  private TemplateInstance fill(
      Template template, Message message, String reference, String link, Language language) {
    return template
        .instance()
        .setLocale(language.locale())
        .data("reference", reference)
        .data("message", say(message, "text", reference, language))
        .data("link", link)
        .data("page", address(UriBuilder.fromPath("/inquiries/" + reference), language));
  }

  private static String say(Message message, String part, String reference, Language language) {
    return Words.of("mail", message.kind() + "." + part, language)
        .replace("{reference}", reference);
  }

  /** The page speaks as the mail does, whatever the browser that opens it prefers. */
  private String address(UriBuilder page, Language language) {
    if (language != Language.ENGLISH) {
      page.queryParam(Language.PARAMETER, language.tag());
    }
    return config.publicUrl().resolve(page.build()).toString();
  }
}
