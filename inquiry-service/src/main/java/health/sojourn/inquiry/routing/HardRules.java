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
  record Finding(List<Exclusion> exclusions, List<Reason> notes) {
    private Finding() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    private void out(HardRule rule, Reason reason) {
      exclusions.add(Exclusion.of(rule, reason, true));
    }

    private void outForGood(HardRule rule, Reason reason) {
      exclusions.add(Exclusion.of(rule, reason, false));
    }

    private void note(Reason reason) {
      notes.add(reason);
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
      finding.outForGood(CONSENT, Reason.of("not-agreed").with("country", country));
    }
  }

  private void legalBasis(Question question, Candidate candidate, Finding finding) {
    String country = candidate.clinic().country();
    String basis = candidate.offer().legalBasis();
    LocalDate validTo = candidate.offer().legalBasisValidTo();
    if (basis == null || WITHOUT_LEGAL_BASIS.contains(basis)) {
      if (question.inquiry().acknowledgedNoLegalBasis().contains(country)) {
        finding.note(Reason.of("no-legal-basis-accepted"));
      } else {
        finding.out(LEGAL_BASIS, Reason.of("no-legal-basis").with("country", country));
      }
    } else if (validTo != null && validTo.isBefore(today(question, candidate))) {
      finding.out(LEGAL_BASIS, Reason.of("legal-basis-expired").with("day", validTo));
    }
  }

  private void suspended(Candidate candidate, Finding finding) {
    if (candidate.clinic().suspended()) {
      finding.out(SUSPENDED, Reason.of("suspended"));
    }
  }

  private void patientWish(InquiryCase inquiry, Candidate candidate, Finding finding) {
    Clinic clinic = candidate.clinic();
    InquiryCase.Wishes wishes = inquiry.wishes();
    if (!wishes.clinics().isEmpty() && !wishes.clinics().contains(clinic.slug())) {
      finding.out(PATIENT_WISH, Reason.of("other-clinics-named"));
    }
    if (!wishes.countries().isEmpty() && !wishes.countries().contains(clinic.country())) {
      finding.out(PATIENT_WISH, Reason.of("country-not-wished").with("country", clinic.country()));
    }
    budget(wishes.budget(), candidate, finding);
    if (clinic.languages().isEmpty()) {
      finding.note(Reason.of("languages-unknown"));
    } else if (!wishes.languages().isEmpty()
        && wishes.languages().stream().noneMatch(wish -> Names.speaks(clinic, wish))) {
      finding.out(
          PATIENT_WISH,
          Reason.of("speaks-none-of").with("languages", Names.list(wishes.languages())));
    }
  }

  private void budget(Money budget, Candidate candidate, Finding finding) {
    if (budget == null) {
      return;
    }
    Optional<Money> from = Prices.lowest(candidate.offer(), budget.currency(), rates);
    if (from.isEmpty()) {
      finding.note(Reason.of("price-unknown"));
    } else if (from.get().amount().compareTo(budget.amount()) > 0) {
      finding.out(
          PATIENT_WISH,
          Reason.of("above-budget")
              .with("lowest", Names.money(from.get()))
              .with("budget", Names.money(budget)));
    }
  }

  private void existingRelation(Question question, Candidate candidate, Finding finding) {
    String before = question.asked().get(candidate.slug());
    if (before != null) {
      finding.outForGood(EXISTING_RELATION, Reason.of("asked-before").with("outcome", before));
    } else if (question.related().contains(candidate.slug())) {
      finding.outForGood(EXISTING_RELATION, Reason.of("asked-for-same-person"));
    }
  }

  private void clinical(Question question, Candidate candidate, Finding finding) {
    InquiryCase inquiry = question.inquiry();
    Clinic.Inclusion wanted = candidate.offer().inclusion();
    if (wanted == null) {
      finding.note(Reason.of("no-conditions-named"));
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
                      CLINICAL, Reason.of("contraindicated").with("contraindication", found)));
    }
  }

  private void grade(Integer grade, Clinic.Inclusion wanted, Finding finding) {
    if (wanted.kellgrenLawrence() == null || wanted.kellgrenLawrence().isEmpty()) {
      return;
    }
    if (grade == null) {
      unknown(Reason.of("grade-unknown"), finding);
    } else if (!wanted.kellgrenLawrence().contains(grade)) {
      finding.out(
          CLINICAL,
          Reason.of("other-grades")
              .with("grades", Names.list(wanted.kellgrenLawrence()))
              .with("grade", grade));
    }
  }

  /** Only the year of birth is known: the person is of this age or one year younger. */
  private void age(int age, Clinic.Inclusion wanted, Finding finding) {
    if (wanted.ageMin() != null && age < wanted.ageMin()) {
      finding.out(CLINICAL, Reason.of("too-young").with("age", wanted.ageMin()));
    }
    if (wanted.ageMax() != null && age - 1 > wanted.ageMax()) {
      finding.out(CLINICAL, Reason.of("too-old").with("age", wanted.ageMax()));
    }
  }

  private void weight(OptionalDouble bmi, Clinic.Inclusion wanted, Finding finding) {
    if (wanted.bmiMax() == null) {
      return;
    }
    if (bmi.isEmpty()) {
      unknown(Reason.of("bmi-unknown"), finding);
    } else if (bmi.getAsDouble() > wanted.bmiMax()) {
      finding.out(CLINICAL, Reason.of("too-heavy").with("bmi", Names.number(wanted.bmiMax())));
    }
  }

  private void unknown(Reason reason, Finding finding) {
    if (rules.unknownAnswers() == RuleSet.UnknownAnswers.EXCLUDE) {
      finding.out(CLINICAL, reason);
    } else {
      finding.note(reason);
    }
  }

  private void verification(InquiryCase inquiry, Candidate candidate, Finding finding) {
    int demanded = rules.licenceLevelFor(inquiry.therapy());
    Integer level = candidate.clinic().licenceLevel();
    if (demanded > 0 && (level == null || level < demanded)) {
      finding.out(
          VERIFICATION,
          Reason.of("licence-not-checked")
              .with("level", level == null ? "X" : level)
              .with("demanded", demanded));
    }
  }

  private void capacity(Question question, Candidate candidate, Finding finding) {
    Clinic.Capacity capacity = candidate.clinic().capacity();
    if (capacity.isPausedOn(today(question, candidate))) {
      finding.outForGood(
          CAPACITY,
          capacity.pausedUntil() == null
              ? Reason.of("paused")
              : Reason.of("paused-until").with("day", capacity.pausedUntil()));
    }
    absence(question, candidate, finding);
    if (capacity.openLeads() == null) {
      finding.note(Reason.of("no-limit-set"));
    } else if (candidate.openLeads() >= capacity.openLeads()) {
      finding.out(
          CAPACITY,
          Reason.of("full").with("open", candidate.openLeads()).with("most", capacity.openLeads()));
    }
    if (capacity.weeklyLeads() != null && candidate.leadsThisWeek() >= capacity.weeklyLeads()) {
      finding.out(
          CAPACITY,
          Reason.of("week-full")
              .with("count", candidate.leadsThisWeek())
              .with("most", capacity.weeklyLeads()));
    }
  }

  private void absence(Question question, Candidate candidate, Finding finding) {
    BusinessHours hours = candidate.hours();
    LocalDate today = today(question, candidate);
    if (hours.isHoliday(today)) {
      finding.outForGood(CAPACITY, Reason.of("on-holiday").with("day", today));
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
          CAPACITY, Reason.of("closed-for-days").with("days", rules.closedDaysAtMost()));
    }
  }

  private static LocalDate today(Question question, Candidate candidate) {
    return question.now().atZone(candidate.hours().zone()).toLocalDate();
  }
}
