package health.sojourn.inquiry.intake;

import health.sojourn.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;

/**
 * What the router and a clinic may know about an inquiry: the facts, without name, contact and free
 * text. Never stored or sent in this form.
 *
 * @param country where the patient lives, ISO 3166-1 alpha-2
 * @param consentedCountries where the patient's data may go at this moment
 * @param acknowledgedNoLegalBasis countries for which the patient accepted that the law does not
 *     back the offer
 * @param relatedInquiries earlier inquiries of the same person, by e-mail or phone
 */
public record InquiryCase(
    UUID inquiryId,
    String reference,
    String therapy,
    String country,
    String language,
    int birthYear,
    Condition condition,
    Wishes wishes,
    Set<String> consentedCountries,
    Set<String> acknowledgedNoLegalBasis,
    List<UUID> relatedInquiries) {

  /**
   * @param kellgrenLawrence 0 to 4, or null if not known
   * @param painNow 0 to 10, or null
   * @param contraindications codes as in an offer's {@code excludes}, such as {@code CANCER}
   */
  public record Condition(
      String joint,
      String side,
      Integer kellgrenLawrence,
      Integer painNow,
      Integer sinceYear,
      List<String> treatmentsTried,
      Integer heightCm,
      Integer weightKg,
      List<String> contraindications) {}

  /**
   * @param clinics slugs named by the patient; empty means any
   * @param countries wished for; empty means any of the consented ones
   * @param budget a ceiling, or null
   * @param languages spoken by the patient, in order of preference
   */
  public record Wishes(
      List<String> clinics,
      List<String> countries,
      Money budget,
      List<String> languages,
      LocalDate from) {}

  /** In completed years at most; born late in the year it is one less. */
  public int ageIn(int year) {
    return year - birthYear;
  }

  /** kg/m², if height and weight are known. */
  public OptionalDouble bmi() {
    if (condition.heightCm() == null || condition.weightKg() == null) {
      return OptionalDouble.empty();
    }
    double metres = condition.heightCm() / 100.0;
    return OptionalDouble.of(condition.weightKg() / (metres * metres));
  }
}
