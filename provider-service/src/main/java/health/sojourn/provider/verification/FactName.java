package health.sojourn.provider.verification;

import static health.sojourn.provider.verification.FactName.Kind.CODE;
import static health.sojourn.provider.verification.FactName.Kind.DATE;
import static health.sojourn.provider.verification.FactName.Kind.LIST;
import static health.sojourn.provider.verification.FactName.Kind.NUMBER;
import static health.sojourn.provider.verification.FactName.Kind.TEXT;
import static health.sojourn.provider.verification.FactName.Kind.YES_NO;
import static health.sojourn.provider.verification.FactName.Subject.CLINIC;
import static health.sojourn.provider.verification.FactName.Subject.ENTRY;
import static health.sojourn.provider.verification.FactName.Subject.OFFER;
import static java.util.Arrays.stream;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every attribute that matters about a clinic or an offer. A clinic that leaves one out does not
 * make it disappear: it is shown as unknown and counts as not checked.
 */
public enum FactName {
  NAME(ENTRY, TEXT),
  CITY(ENTRY, TEXT),
  /** IANA name. */
  TIME_ZONE(ENTRY, TEXT),
  /** In degrees, WGS 84, as the longitude. */
  LATITUDE(ENTRY, NUMBER),
  LONGITUDE(ENTRY, NUMBER),
  /** How the clinic describes itself; shown as its words, not as ours. */
  OWN_WORDS(ENTRY, TEXT),

  LICENCE(CLINIC, TEXT),
  LICENCE_AUTHORITY(CLINIC, TEXT),
  LEAD_DOCTOR(CLINIC, TEXT),
  DOCTOR_LICENCE(CLINIC, TEXT),
  DOCTOR_REGISTER(CLINIC, TEXT),
  ACCREDITATIONS(CLINIC, LIST),
  ACCREDITATION_NUMBER(CLINIC, TEXT),
  ACCREDITATION_SCOPE(CLINIC, TEXT),
  LANGUAGES(CLINIC, LIST),
  AIRPORTS(CLINIC, LIST),
  COMPLICATION_PLAN(CLINIC, TEXT),
  /** Where leads are announced. Between the clinic and us, so in no public answer. */
  LEAD_EMAIL(CLINIC, TEXT),

  LEGAL_BASIS(OFFER, CODE),
  LEGAL_AUTHORITY(OFFER, TEXT),
  /** Of the authorisation or licence, or the trial's id in its registry. */
  LEGAL_NUMBER(OFFER, TEXT),
  LEGAL_DATE(OFFER, DATE),
  CELL_SOURCE(OFFER, CODE),
  DOSE_MIN(OFFER, NUMBER),
  DOSE_MAX(OFFER, NUMBER),
  DOSE_PER(OFFER, CODE),
  SESSIONS(OFFER, NUMBER),
  PASSAGE(OFFER, NUMBER),
  STORAGE(OFFER, CODE),
  VIABILITY(OFFER, NUMBER),
  VIABILITY_AFTER_THAWING(OFFER, YES_NO),
  RELEASE_TESTS(OFFER, LIST),
  BATCH_CERTIFICATE(OFFER, YES_NO),
  MANUFACTURER(OFFER, TEXT),
  GMP_CERTIFICATE(OFFER, TEXT),
  IMAGING_GUIDANCE(OFFER, CODE),
  ANAESTHESIA(OFFER, TEXT),
  STAY_NIGHTS(OFFER, NUMBER),
  FOLLOW_UP_VISITS(OFFER, NUMBER),
  OUTCOME_MEASURES(OFFER, LIST),
  /** Unit: ISO 4217. */
  PRICE_MIN(OFFER, NUMBER),
  PRICE_MAX(OFFER, NUMBER),
  PRICE_INCLUDED(OFFER, LIST),
  PRICE_EXCLUDED(OFFER, LIST),
  /** Unit: percent of the price. */
  DEPOSIT(OFFER, NUMBER),
  REFUND_RULE(OFFER, TEXT);

  /** What a fact is about. */
  public enum Subject {
    /** How the clinic is listed: known of every clinic and kept in its row, so never counted. */
    ENTRY,
    CLINIC,
    OFFER
  }

  /** How a value is read and shown. */
  public enum Kind {
    /** In the words of whoever stated it. */
    TEXT,
    /** One of ours, with words of its own in every language. */
    CODE,
    NUMBER,
    YES_NO,
    LIST,
    DATE
  }

  private final Subject subject;
  private final Kind kind;

  FactName(Subject subject, Kind kind) {
    this.subject = subject;
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  public Subject subject() {
    return subject;
  }

  public boolean isPublic() {
    return this != LEAD_EMAIL;
  }

  /** The public attributes of a clinic, or of an offer, in the order in which they are shown. */
  public static List<FactName> publicOnes(Subject subject) {
    return stream(values()).filter(it -> it.subject == subject && it.isPublic()).toList();
  }

  /** All attributes of a subject, those between the clinic and us among them. */
  public static List<FactName> about(Subject subject) {
    return stream(values()).filter(it -> it.subject == subject).toList();
  }

  /** As the API writes it, such as {@code cellSource}. */
  public String apiName() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    return words[0]
        + stream(words)
            .skip(1)
            .map(it -> Character.toUpperCase(it.charAt(0)) + it.substring(1))
            .collect(joining());
  }

  /** The attribute the API calls so; empty if there is none. */
  public static Optional<FactName> named(String apiName) {
    return stream(values()).filter(it -> it.apiName().equals(apiName)).findFirst();
  }

  /**
   * @throws IllegalArgumentException if there is no such attribute
   */
  public static FactName of(String apiName) {
    return named(apiName)
        .orElseThrow(() -> new IllegalArgumentException("No fact is called " + apiName));
  }
}
