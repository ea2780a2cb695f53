package health.sojourn.inquiry.routing;

import static health.sojourn.inquiry.routing.HardRule.CAPACITY;
import static health.sojourn.inquiry.routing.HardRule.CLINICAL;
import static health.sojourn.inquiry.routing.HardRule.CONSENT;
import static health.sojourn.inquiry.routing.HardRule.EXISTING_RELATION;
import static health.sojourn.inquiry.routing.HardRule.LEGAL_BASIS;
import static health.sojourn.inquiry.routing.HardRule.PATIENT_WISH;
import static health.sojourn.inquiry.routing.HardRule.SUSPENDED;
import static health.sojourn.inquiry.routing.HardRule.VERIFICATION;

import health.sojourn.inquiry.clock.BusinessHours;
import health.sojourn.inquiry.directory.Clinic;
import health.sojourn.inquiry.intake.InquiryCase;
import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Who may get the lead. Every rule is asked, so that a facilitator sees everything that stands
 * against a clinic, in the order of {@link HardRule}. What is not known never excludes by itself
 * unless a rule needs it; it is noted.
 */
final class HardRules {
  private static final Set<String> WITHOUT_LEGAL_BASIS = Set.of("NONE_DECLARED", "UNKNOWN");

  private final RuleSet rules;
  private final Rates rates;

  HardRules(RuleSet rules, Rates rates) {
    this.rules = rules;
    this.rates = rates;
  }

  /** What the rules say of one clinic. */
  record Finding(List<Exclusion> exclusions, List<String> notes) {
    private Finding() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    private void out(HardRule rule, String text) {
      exclusions.add(new Exclusion(rule, text, true));
    }

    private void outForGood(HardRule rule, String text) {
      exclusions.add(new Exclusion(rule, text, false));
    }

    private void note(String text) {
      notes.add(text);
    }
  }

  Finding ask(Question question, Candidate candidate) {
    Finding finding = new Finding();
    consent(question, candidate, finding);
    legalBasis(question, candidate, finding);
    suspended(candidate, finding);
    patientWish(question.inquiry(), candidate, finding);
    existingRelation(question, candidate, finding);
    clinical(question, candidate, finding);
    verification(question.inquiry(), candidate, finding);
    capacity(question, candidate, finding);
    return finding;
  }

  private void consent(Question question, Candidate candidate, Finding finding) {
    String country = candidate.clinic().country();
    if (!question.inquiry().consentedCountries().contains(country)) {
      finding.outForGood(
          CONSENT,
          "The patient did not agree to share the case with clinics in %s."
              .formatted(Names.country(country)));
    }
  }

  private void legalBasis(Question question, Candidate candidate, Finding finding) {
    String country = candidate.clinic().country();
    String basis = candidate.offer().legalBasis();
    LocalDate validTo = candidate.offer().legalBasisValidTo();
    if (basis == null || WITHOUT_LEGAL_BASIS.contains(basis)) {
      if (question.inquiry().acknowledgedNoLegalBasis().contains(country)) {
        finding.note("No legal basis is known; the patient was told and wants it all the same.");
      } else {
        finding.out(
            LEGAL_BASIS,
            "The clinic names no legal basis in %s, and the patient did not accept that."
                .formatted(Names.country(country)));
      }
    } else if (validTo != null && validTo.isBefore(today(question, candidate))) {
      finding.out(LEGAL_BASIS, "The legal basis of the offer expired on %s.".formatted(validTo));
    }
  }

  private void suspended(Candidate candidate, Finding finding) {
    if (candidate.clinic().suspended()) {
      finding.out(SUSPENDED, "The clinic is suspended.");
    }
  }

  private void patientWish(InquiryCase inquiry, Candidate candidate, Finding finding) {
    Clinic clinic = candidate.clinic();
    InquiryCase.Wishes wishes = inquiry.wishes();
    if (!wishes.clinics().isEmpty() && !wishes.clinics().contains(clinic.slug())) {
      finding.out(PATIENT_WISH, "The patient named other clinics.");
    }
    if (!wishes.countries().isEmpty() && !wishes.countries().contains(clinic.country())) {
      finding.out(
          PATIENT_WISH,
          "The patient does not want to travel to %s.".formatted(Names.country(clinic.country())));
    }
    budget(wishes.budget(), candidate, finding);
    if (clinic.languages().isEmpty()) {
      finding.note("The clinic's languages are not known.");
    } else if (!wishes.languages().isEmpty()
        && wishes.languages().stream().noneMatch(wish -> Names.speaks(clinic, wish))) {
      finding.out(
          PATIENT_WISH,
          "The clinic speaks none of %s.".formatted(Names.languages(wishes.languages())));
    }
  }

  private void budget(Money budget, Candidate candidate, Finding finding) {
    if (budget == null) {
      return;
    }
    Optional<Money> from = Prices.lowest(candidate.offer(), budget.currency(), rates);
    if (from.isEmpty()) {
      finding.note("The price is not known or can't be compared with the budget.");
    } else if (from.get().amount().compareTo(budget.amount()) > 0) {
      finding.out(
          PATIENT_WISH,
          "The price starts at %s, above the budget of %s."
              .formatted(Names.money(from.get()), Names.money(budget)));
    }
  }

  private void existingRelation(Question question, Candidate candidate, Finding finding) {
    String before = question.asked().get(candidate.slug());
    if (before != null) {
      finding.outForGood(
          EXISTING_RELATION,
          "The clinic was asked before for this inquiry (%s).".formatted(Names.code(before)));
    } else if (question.related().contains(candidate.slug())) {
      finding.outForGood(
          EXISTING_RELATION, "The clinic was asked before for another inquiry of the same person.");
    }
  }

  private void clinical(Question question, Candidate candidate, Finding finding) {
    InquiryCase inquiry = question.inquiry();
    Clinic.Inclusion wanted = candidate.offer().inclusion();
    if (wanted == null) {
      finding.note("The clinic names no conditions for the treatment.");
      return;
    }
    grade(inquiry.condition().kellgrenLawrence(), wanted, finding);
    age(inquiry.ageIn(today(question, candidate).getYear()), wanted, finding);
    weight(inquiry.bmi(), wanted, finding);
    if (wanted.excludes() != null) {
      inquiry.condition().contraindications().stream()
          .filter(wanted.excludes()::contains)
          .forEach(
              found ->
                  finding.out(
                      CLINICAL,
                      "The clinic does not treat with: %s.".formatted(Names.code(found))));
    }
  }

  private void grade(Integer grade, Clinic.Inclusion wanted, Finding finding) {
    if (wanted.kellgrenLawrence() == null || wanted.kellgrenLawrence().isEmpty()) {
      return;
    }
    if (grade == null) {
      unknown("The grade of the arthritis is not known.", finding);
    } else if (!wanted.kellgrenLawrence().contains(grade)) {
      finding.out(
          CLINICAL,
          "The clinic treats Kellgren-Lawrence grades %s, the case is grade %d."
              .formatted(Names.list(wanted.kellgrenLawrence()), grade));
    }
  }

  /** Only the year of birth is known: the person is of this age or one year younger. */
  private void age(int age, Clinic.Inclusion wanted, Finding finding) {
    if (wanted.ageMin() != null && age < wanted.ageMin()) {
      finding.out(CLINICAL, "The clinic treats from the age of %d.".formatted(wanted.ageMin()));
    }
    if (wanted.ageMax() != null && age - 1 > wanted.ageMax()) {
      finding.out(CLINICAL, "The clinic treats up to the age of %d.".formatted(wanted.ageMax()));
    }
  }

  private void weight(OptionalDouble bmi, Clinic.Inclusion wanted, Finding finding) {
    if (wanted.bmiMax() == null) {
      return;
    }
    if (bmi.isEmpty()) {
      unknown("The body mass index is not known.", finding);
    } else if (bmi.getAsDouble() > wanted.bmiMax()) {
      finding.out(
          CLINICAL,
          "The clinic treats up to a body mass index of %s."
              .formatted(Names.number(wanted.bmiMax())));
    }
  }

  private void unknown(String text, Finding finding) {
    if (rules.unknownAnswers() == RuleSet.UnknownAnswers.EXCLUDE) {
      finding.out(CLINICAL, text);
    } else {
      finding.note(text);
    }
  }

  private void verification(InquiryCase inquiry, Candidate candidate, Finding finding) {
    int demanded = rules.licenceLevelFor(inquiry.therapy());
    Integer level = candidate.clinic().licenceLevel();
    if (demanded > 0 && (level == null || level < demanded)) {
      finding.out(
          VERIFICATION,
          "The clinic's licence is checked to level %s; this treatment demands %d."
              .formatted(level == null ? "X" : level, demanded));
    }
  }

  private void capacity(Question question, Candidate candidate, Finding finding) {
    Clinic.Capacity capacity = candidate.clinic().capacity();
    if (capacity.paused()) {
      finding.outForGood(CAPACITY, "The clinic takes no new inquiries at the moment.");
    }
    absence(question, candidate, finding);
    if (capacity.openLeads() == null) {
      finding.note("The clinic set no limit for open leads.");
    } else if (candidate.openLeads() >= capacity.openLeads()) {
      finding.out(
          CAPACITY,
          "%d of %d open leads already wait for the clinic's answer."
              .formatted(candidate.openLeads(), capacity.openLeads()));
    }
  }

  private void absence(Question question, Candidate candidate, Finding finding) {
    BusinessHours hours = candidate.hours();
    LocalDate today = today(question, candidate);
    if (hours.isHoliday(today)) {
      finding.outForGood(CAPACITY, "The clinic is on holiday on %s.".formatted(today));
      return;
    }
    boolean opensSoon =
        hours
            .nextOpen(question.now())
            .filter(
                open ->
                    open.isBefore(question.now().plus(Duration.ofDays(rules.closedDaysAtMost()))))
            .isPresent();
    if (!opensSoon) {
      finding.outForGood(
          CAPACITY,
          "The clinic is closed for more than %d days.".formatted(rules.closedDaysAtMost()));
    }
  }

  private static LocalDate today(Question question, Candidate candidate) {
    return question.now().atZone(candidate.hours().zone()).toLocalDate();
  }
}
