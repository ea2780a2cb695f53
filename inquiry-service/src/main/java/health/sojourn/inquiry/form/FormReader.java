package health.sojourn.inquiry.form;

import health.sojourn.http.FieldError;
import health.sojourn.http.Language;
import health.sojourn.inquiry.consent.DisclosureKind;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.consent.Texts;
import health.sojourn.inquiry.intake.Choices.Contraindication;
import health.sojourn.inquiry.intake.Choices.Joint;
import health.sojourn.inquiry.intake.Choices.Relation;
import health.sojourn.inquiry.intake.Choices.Side;
import health.sojourn.inquiry.intake.Choices.Treatment;
import health.sojourn.inquiry.intake.NewInquiry;
import health.sojourn.inquiry.intake.NewInquiry.Budget;
import health.sojourn.inquiry.intake.NewInquiry.Condition;
import health.sojourn.inquiry.intake.NewInquiry.Contact;
import health.sojourn.inquiry.intake.NewInquiry.GivenConsent;
import health.sojourn.inquiry.intake.NewInquiry.Patient;
import health.sojourn.inquiry.intake.NewInquiry.ReadDisclosure;
import health.sojourn.inquiry.intake.NewInquiry.Wishes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Makes of the form what the API would have been sent; what can't be read is an error of its field.
 */
final class FormReader {
  private final Filled form;
  private final List<FieldError> errors = new ArrayList<>();

  FormReader(Filled form) {
    this.form = form;
  }

  /** What could not be read at all, such as a word where a number belongs. */
  List<FieldError> errors() {
    return errors;
  }

  NewInquiry read() {
    return new NewInquiry(
        form.value("therapy"),
        patient(),
        condition(),
        contact(),
        wishes(),
        consents(),
        disclosures(),
        null,
        null,
        null);
  }

  private Patient patient() {
    return new Patient(
        form.value("patient.givenName"),
        form.value("patient.familyName"),
        form.value("patient.email"),
        form.value("patient.phone"),
        form.value("patient.country"),
        form.value("patient.language"),
        number("patient.birthYear"));
  }

  private Condition condition() {
    return new Condition(
        Joint.KNEE,
        choice("condition.side", Side.class),
        number("condition.kellgrenLawrence"),
        number("condition.painNow"),
        number("condition.sinceYear"),
        choices("condition.treatmentsTried", Treatment.class),
        number("condition.heightCm"),
        number("condition.weightKg"),
        choices("condition.contraindications", Contraindication.class),
        form.value("condition.notes"));
  }

  private Contact contact() {
    if (!form.has("contact.relation", "contact.givenName", "contact.email")) {
      return null;
    }
    return new Contact(
        choice("contact.relation", Relation.class),
        form.value("contact.givenName"),
        form.value("contact.email"));
  }

  private Wishes wishes() {
    String amount = form.value("wishes.budget.amount");
    return new Wishes(
        form.values("wishes.clinics"),
        form.values("wishes.countries"),
        amount == null ? null : new Budget(amount, form.value("wishes.budget.currency")),
        form.values("wishes.languages"),
        form.value("wishes.from"));
  }

  private List<GivenConsent> consents() {
    List<GivenConsent> given = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      if (form.has("consents." + purpose)) {
        List<String> countries =
            purpose == Purpose.SHARE_HEALTH_DATA_WITH_CLINICS
                ? form.values("wishes.countries")
                : List.of();
        given.add(new GivenConsent(purpose, version(), language(), countries));
      }
    }
    return given;
  }

  private List<ReadDisclosure> disclosures() {
    List<ReadDisclosure> read = new ArrayList<>();
    for (DisclosureKind kind : DisclosureKind.values()) {
      if (kind != DisclosureKind.NO_LEGAL_BASIS && form.has("disclosures." + kind)) {
        read.add(new ReadDisclosure(kind, version(), language(), List.of()));
      }
    }
    List<String> countries = form.values("noLegalBasis");
    if (!countries.isEmpty()) {
      read.add(new ReadDisclosure(DisclosureKind.NO_LEGAL_BASIS, version(), language(), countries));
    }
    return read;
  }

  /** The version that was shown, so that a page left open over a change of the texts is refused. */
  private String version() {
    return Objects.requireNonNullElse(form.value("textVersion"), Texts.IN_FORCE);
  }

  /** The language the texts were shown in, whatever the reader speaks otherwise. */
  private String language() {
    return Objects.requireNonNullElse(form.value("textLanguage"), Language.ENGLISH.tag());
  }

  private Integer number(String field) {
    String typed = form.value(field);
    try {
      return typed == null ? null : Integer.valueOf(typed);
    } catch (NumberFormatException e) {
      errors.add(new FieldError(pointer(field), "not-a-number", "Write a number with digits."));
      return null;
    }
  }

  private <E extends Enum<E>> E choice(String field, Class<E> type) {
    String picked = form.value(field);
    return picked == null ? null : one(field, picked, type);
  }

  private <E extends Enum<E>> List<E> choices(String field, Class<E> type) {
    return form.values(field).stream()
        .map(picked -> one(field, picked, type))
        .filter(Objects::nonNull)
        .toList();
  }

  private <E extends Enum<E>> E one(String field, String picked, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(picked))
        .findFirst()
        .orElseGet(
            () -> {
              errors.add(
                  new FieldError(pointer(field), "unknown-value", "Choose one of the answers."));
              return null;
            });
  }

  private static String pointer(String field) {
    return "/" + field.replace('.', '/');
  }
}
