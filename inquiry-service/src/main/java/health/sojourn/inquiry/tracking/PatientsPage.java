package health.sojourn.inquiry.tracking;

import health.sojourn.defaults.Ids;
import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.message.Correspondence;
import health.sojourn.inquiry.message.Correspondences;
import health.sojourn.inquiry.quote.OfferList;
import health.sojourn.inquiry.quote.Offers;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;

/** Puts the patient's page together. */
@ApplicationScoped
public class PatientsPage {
  private final Tracking tracking;
  private final Offers offers;
  private final Correspondences correspondences;
  private final Ids ids;
  private final Reader reader;

  PatientsPage(
      Tracking tracking, Offers offers, Correspondences correspondences, Ids ids, Reader reader) {
    this.tracking = tracking;
    this.offers = offers;
    this.correspondences = correspondences;
    this.ids = ids;
    this.reader = reader;
  }

  /**
   * @param writeTo the clinics the patient can write to
   * @param messageId of the message that may be written next; the same for a second click
   */
  @CheckedTemplate(basePath = "tracking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Inquiry(
      TrackingView inquiry,
      OfferList offers,
      List<Correspondence> messages,
      List<Option> writeTo,
      String messageId,
      Typed typed)
      implements TemplateInstance {}

  /** What was typed into a form that came back, or nothing yet. */
  public record Typed(String lead, String text, List<FieldError> errors) {
    static Typed nothing() {
      return new Typed(null, null, List.of());
    }

    /** A problem without fields is said at the field that is there. */
    static Typed of(String lead, String text, Problem problem, String field) {
      return new Typed(
          lead,
          text,
          problem.errors().isEmpty()
              ? List.of(new FieldError(field, problem.code(), problem.getMessage()))
              : problem.errors());
    }
  }

  /** In no transaction of the caller's: another service is asked. */
  TemplateInstance of(health.sojourn.inquiry.intake.Inquiry inquiry, Typed typed) {
    List<Correspondence> messages = correspondences.forPatient(inquiry.id());
    return Reader.at(
        address(inquiry),
        new Inquiry(
            tracking.view(inquiry, reader.language()),
            offers.of(inquiry),
            messages,
            Correspondence.writable(messages),
            ids.next().toString(),
            typed));
  }

  static URI address(health.sojourn.inquiry.intake.Inquiry inquiry) {
    return URI.create("/inquiries/" + inquiry.reference());
  }
}
