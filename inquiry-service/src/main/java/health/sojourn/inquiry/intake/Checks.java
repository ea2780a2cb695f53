package health.sojourn.inquiry.intake;

import health.sojourn.http.FieldError;
import health.sojourn.http.Violations;
import health.sojourn.inquiry.consent.Texts;
import health.sojourn.inquiry.intake.NewInquiry.Condition;
import health.sojourn.inquiry.intake.NewInquiry.Patient;
import health.sojourn.inquiry.intake.NewInquiry.Wishes;
import health.sojourn.money.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether an inquiry makes sense, field by field and as a whole. The form, the API and the phone
 * have the same rules, and every mistake is named at once.
 */
@ApplicationScoped
class Checks {
  private static final int OLDEST = 120;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Validator validator;
  private final Therapies therapies;
  private final Catalogue catalogue;
  private final Texts texts;
  private final Clock clock;
  private final Rates rates = Rates.shipped();

  Checks(Validator validator, Therapies therapies, Catalogue catalogue, Texts texts, Clock clock) {
    this.validator = validator;
    this.therapies = therapies;
    this.catalogue = catalogue;
    this.texts = texts;
    this.clock = clock;
  }

  /** Empty if it can be stored as it is. */
  List<FieldError> of(NewInquiry inquiry) {
    List<FieldError> errors = new ArrayList<>(Violations.errors(validator.validate(inquiry)));
    if (inquiry.therapy() != null
        && !inquiry.therapy().isBlank()
        && therapies.find(inquiry.therapy()).isEmpty()) {
      add(errors, "/therapy", "therapy-unknown", "There is no such therapy here.");
    }
    if (inquiry.patient() != null) {
      patient(inquiry.patient(), errors);
      if (inquiry.condition() != null) {
        condition(inquiry.condition(), inquiry.patient(), errors);
      }
    }
    contact(inquiry, errors);
    wishes(inquiry.wishes(), errors);
    new Agreements(texts, errors).check(inquiry, countriesAsked(inquiry.wishes()));
    return errors;
  }

  private void patient(Patient patient, List<FieldError> errors) {
    email(patient.email(), "/patient/email", errors);
    boolean noEmail = blank(patient.email());
    boolean noPhone = blank(patient.phone());
    if (noEmail && noPhone) {
      add(
          errors,
          "/patient/email",
          "email-or-phone-required",
          "Give an e-mail address or a phone number, so that we can answer.");
    }
    if (!noPhone && Contacts.phone(patient.phone(), patient.country()).isEmpty()) {
      add(
          errors,
          "/patient/phone",
          "phone-invalid",
          "Give a phone number with its country code, such as +49 1512 3456789.");
    }
    country(patient.country(), "/patient/country", errors);
    language(patient.language(), "/patient/language", errors);
    birthYear(patient.birthYear(), errors);
  }

  private void birthYear(Integer year, List<FieldError> errors) {
    int thisYear = today().getYear();
    if (year != null && year > thisYear) {
      add(errors, "/patient/birthYear", "in-future", "The year of birth is in the future.");
    } else if (year != null && year < thisYear - OLDEST) {
      add(
          errors,
          "/patient/birthYear",
          "too-long-ago",
          "The year of birth is more than %d years ago.".formatted(OLDEST));
    }
  }

  private void condition(Condition condition, Patient patient, List<FieldError> errors) {
    Integer since = condition.sinceYear();
    if (since == null) {
      return;
    }
    if (since > today().getYear()) {
      add(errors, "/condition/sinceYear", "in-future", "This year is in the future.");
    } else if (bornBy(today().getYear(), patient) && since < patient.birthYear()) {
      add(errors, "/condition/sinceYear", "before-birth", "This year is before the year of birth.");
    }
  }

  private static boolean bornBy(int year, Patient patient) {
    return patient.birthYear() != null && patient.birthYear() <= year;
  }

  private void contact(NewInquiry inquiry, List<FieldError> errors) {
    if (inquiry.contact() != null) {
      email(inquiry.contact().email(), "/contact/email", errors);
    }
  }

  private void wishes(Wishes wishes, List<FieldError> errors) {
    for (int i = 0; i < wishes.clinics().size(); i++) {
      String slug = wishes.clinics().get(i);
      if (slug != null && catalogue.clinic(slug).isEmpty()) {
        add(errors, "/wishes/clinics/" + i, "clinic-unknown", "There is no such clinic here.");
      }
    }
    for (int i = 0; i < wishes.countries().size(); i++) {
      country(wishes.countries().get(i), "/wishes/countries/" + i, errors);
    }
    for (int i = 0; i < wishes.languages().size(); i++) {
      language(wishes.languages().get(i), "/wishes/languages/" + i, errors);
    }
    budget(wishes.budget(), errors);
    from(wishes.from(), errors);
  }

  private void budget(NewInquiry.Budget budget, List<FieldError> errors) {
    if (budget == null) {
      return;
    }
    if (budget.currency() != null
        && budget.currency().matches("[A-Z]{3}")
        && !rates.knows(budget.currency())) {
      add(
          errors,
          "/wishes/budget/currency",
          "currency-unknown",
          "We can't compare prices in this currency; use USD or EUR.");
    }
    if (budget.amount() != null && budget.amount().matches("0+(\\.0+)?")) {
      add(errors, "/wishes/budget/amount", "not-positive", "Give an amount above zero.");
    }
  }

  private void from(String from, List<FieldError> errors) {
    if (blank(from)) {
      return;
    }
    try {
      if (LocalDate.parse(from).isBefore(today())) {
        add(errors, "/wishes/from", "in-past", "This day is over; give one from today on.");
      }
    } catch (DateTimeParseException e) {
      add(errors, "/wishes/from", "date-invalid", "Write a day like 2027-02-01.");
    }
  }

  /** Where the patient wants to go: the countries named, and those of the clinics named. */
  private Set<String> countriesAsked(Wishes wishes) {
    Set<String> asked = new TreeSet<>();
    wishes.countries().stream().filter(COUNTRIES::contains).forEach(asked::add);
    for (String slug : wishes.clinics()) {
      if (slug != null) {
        catalogue.clinic(slug).ifPresent(clinic -> asked.add(clinic.country()));
      }
    }
    return asked;
  }

  private static void email(String address, String pointer, List<FieldError> errors) {
    if (!blank(address) && !Contacts.isEmail(address)) {
      add(errors, pointer, "email-invalid", "Write an e-mail address like name@example.org.");
    }
  }

  static void country(String code, String pointer, List<FieldError> errors) {
    if (code != null && code.matches("[A-Z]{2}") && !COUNTRIES.contains(code)) {
      add(errors, pointer, "country-unknown", "There is no country " + code + ".");
    }
  }

  private static void language(String tag, String pointer, List<FieldError> errors) {
    if (blank(tag)) {
      return;
    }
    String primary = Locale.forLanguageTag(tag).getLanguage();
    if (!tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") || !LANGUAGES.contains(primary)) {
      add(errors, pointer, "language-unknown", "Use a language's code, such as de or pt-BR.");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  static void add(List<FieldError> errors, String pointer, String code, String detail) {
    errors.add(new FieldError(pointer, code, detail));
  }
}
