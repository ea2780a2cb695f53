package health.sojourn.inquiry.intake;

import health.sojourn.defaults.Ids;
import health.sojourn.inquiry.consent.Consent;
import health.sojourn.inquiry.consent.Consents;
import health.sojourn.inquiry.consent.Disclosure;
import health.sojourn.inquiry.consent.Disclosures;
import health.sojourn.inquiry.consent.Texts;
import health.sojourn.inquiry.consent.Texts.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Keeps what was agreed to and read with an inquiry. */
@ApplicationScoped
class Agreed {
  private final Consents consents;
  private final Disclosures disclosures;
  private final Texts texts;
  private final Ids ids;

  Agreed(Consents consents, Disclosures disclosures, Texts texts, Ids ids) {
    this.consents = consents;
    this.disclosures = disclosures;
    this.texts = texts;
    this.ids = ids;
  }

  void keep(Inquiry inquiry, NewInquiry asked, Sender sender, Instant at) {
    for (NewInquiry.GivenConsent given : asked.consents()) {
      consents.give(
          new Consent(
              ids.next(),
              inquiry.id(),
              given.purpose(),
              distinct(given.countries()),
              given.textVersion(),
              languageShown(given.purpose().name(), given.textLanguage(), inquiry),
              sender.channel().name(),
              sender.recordedBy(),
              at));
    }
    for (NewInquiry.ReadDisclosure read : asked.disclosures()) {
      Disclosure disclosure = new Disclosure();
      disclosure.id = ids.next();
      disclosure.inquiryId = inquiry.id();
      disclosure.kind = read.kind();
      disclosure.countries = distinct(read.countries()).toArray(String[]::new);
      disclosure.textVersion = read.textVersion();
      disclosure.language = languageShown(read.kind().name(), read.textLanguage(), inquiry);
      disclosure.channel = sender.channel().name();
      disclosure.recordedBy = sender.recordedBy();
      disclosure.acknowledgedAt = at;
      disclosures.acknowledge(disclosure);
    }
  }

  /**
   * @param said what the sender says, or null
   */
  private String languageShown(String kind, String said, Inquiry inquiry) {
    String language = Objects.requireNonNullElse(said, inquiry.language());
    return texts.inForce(kind, language).map(Text::language).orElseThrow();
  }

  private static List<String> distinct(List<String> list) {
    return list.stream().distinct().toList();
  }
}
