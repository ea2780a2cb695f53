package health.sojourn.inquiry.mail;

import health.sojourn.inquiry.InquiryConfig;
import health.sojourn.inquiry.intake.Dossier;
import health.sojourn.inquiry.intake.Dossiers;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.PatientMail;
import health.sojourn.inquiry.intake.PatientMail.Kind;
import health.sojourn.inquiry.intake.PatientMail.Message;
import health.sojourn.inquiry.tracking.Links;
import health.sojourn.inquiry.tracking.Words;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Writes to the person who asked. A mail may leave twice if we are stopped between sending and
 * noting it; it then has the same Message-ID, by which mail programs show it once.
 */
@ApplicationScoped
class PatientMailer implements TaskHandler<Message> {
  private static final Set<Kind> WITH_LINK = EnumSet.of(Kind.RECEIVED, Kind.LINK);

  private final Inquiries inquiries;
  private final Dossiers dossiers;
  private final Links links;
  private final Words words;
  private final Mailer mailer;
  private final InquiryConfig config;
  private final Template text;
  private final Template html;

  PatientMailer(
      Inquiries inquiries,
      Dossiers dossiers,
      Links links,
      Words words,
      Mailer mailer,
      InquiryConfig config,
      @Location("mail/patient.txt") Template text,
      @Location("mail/patient.html") Template html) {
    this.inquiries = inquiries;
    this.dossiers = dossiers;
    this.links = links;
    this.words = words;
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
    String link =
        WITH_LINK.contains(message.kind())
            ? address("/inquiries/track/redeem?token=" + links.issue(message.inquiryId()))
            : null;
    String subject = say(message, "subject", reference);
    Mail mail =
        new Mail()
            .addTo(to)
            .setSubject(subject)
            .setText(fill(text, message, reference, link).render())
            .setHtml(fill(html, message, reference, link).data("subject", subject).render())
            .addHeader("Message-ID", "<" + message.id() + "@" + config.publicUrl().getHost() + ">")
            .addHeader("Auto-Submitted", "auto-generated");
    return Optional.of(mail);
  }

  private TemplateInstance fill(Template template, Message message, String reference, String link) {
    return template
        .data("reference", reference)
        .data("message", say(message, "text", reference))
        .data("link", link)
        .data("page", address("/inquiries/" + reference));
  }

  private String say(Message message, String part, String reference) {
    return words.say("mail." + message.kind() + "." + part).replace("{reference}", reference);
  }

  private String address(String path) {
    return config.publicUrl().resolve(path).toString();
  }
}
