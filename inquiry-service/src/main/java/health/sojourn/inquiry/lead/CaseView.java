package health.sojourn.inquiry.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.sojourn.inquiry.intake.Dossier;
import health.sojourn.inquiry.intake.InquiryCase;
import health.sojourn.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * A case as a clinic may see it: no free text, and age and weight only in bands. Who it is and how
 * to reach them is absent until the patient has chosen this clinic.
 *
 * @param language the patient's own
 * @param languages the patient gets along in, in order of preference
 * @param ageBand ten years, such as {@code 60-69}
 * @param bmiBand as the World Health Organization draws them, such as {@code 25-29.9}; null if not
 *     known
 * @param from when the patient could come at the earliest
 * @param patient absent before the clinic is chosen
 * @param contact who writes for the patient; absent if nobody does, and before the clinic is chosen
 */
public record CaseView(
    UUID leadId,
    String reference,
    String therapy,
    LeadStatus status,
    String country,
    String language,
    List<String> languages,
    String ageBand,
    String bmiBand,
    String joint,
    String side,
    Integer kellgrenLawrence,
    Integer painNow,
    Integer sinceYear,
    List<String> treatmentsTried,
    List<String> contraindications,
    Money budget,
    LocalDate from,
    Instant answerBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) Patient patient,
    @JsonInclude(JsonInclude.Include.NON_NULL) Dossier.Contact contact) {

  /** Who it is and how to reach them. */
  public record Patient(String givenName, String familyName, String email, String phone) {}

  static CaseView of(Lead lead, InquiryCase facts, int year) {
    InquiryCase.Condition condition = facts.condition();
    InquiryCase.Wishes wishes = facts.wishes();
    return new CaseView(
        lead.id(),
        lead.reference(),
        facts.therapy(),
        lead.status(),
        facts.country(),
        facts.language(),
        wishes.languages(),
        ageBand(facts.ageIn(year)),
        bmiBand(facts.bmi()),
        condition.joint(),
        condition.side(),
        condition.kellgrenLawrence(),
        condition.painNow(),
        condition.sinceYear(),
        condition.treatmentsTried(),
        condition.contraindications(),
        wishes.budget(),
        wishes.from(),
        lead.answerBy(),
        null,
        null);
  }

  /** The same with who it is. */
  CaseView with(Dossier.Identity identity) {
    return new CaseView(
        leadId,
        reference,
        therapy,
        status,
        country,
        language,
        languages,
        ageBand,
        bmiBand,
        joint,
        side,
        kellgrenLawrence,
        painNow,
        sinceYear,
        treatmentsTried,
        contraindications,
        budget,
        from,
        answerBy,
        new Patient(
            identity.givenName(), identity.familyName(), identity.email(), identity.phone()),
        identity.contact());
  }

  private static String ageBand(int age) {
    int from = age / 10 * 10;
    return age >= 90 ? "90+" : from + "-" + (from + 9);
  }

  private static String bmiBand(OptionalDouble bmi) {
    if (bmi.isEmpty()) {
      return null;
    }
    double value = bmi.getAsDouble();
    if (value < 18.5) {
      return "under 18.5";
    }
    if (value < 25) {
      return "18.5-24.9";
    }
    if (value < 30) {
      return "25-29.9";
    }
    if (value < 35) {
      return "30-34.9";
    }
    return value < 40 ? "35-39.9" : "40+";
  }
}
