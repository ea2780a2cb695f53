package health.sojourn.inquiry.form;

import health.sojourn.http.FieldError;
import health.sojourn.inquiry.consent.Texts;
import health.sojourn.inquiry.consent.Texts.Sort;
import health.sojourn.inquiry.consent.Texts.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The API's errors as the form shows them: one for each question, in the order of the page, at a
 * field that is on it, and saying what to do without the label beside it.
 */
@ApplicationScoped
class FormErrors {
  private static final String COUNTRIES = "/wishes/countries";

  /** Of these the API says no more than that something is not there or not readable. */
  private static final Set<String> BARE =
      Set.of("required", "not-a-number", "out-of-range", "wrong-length", "wrong-format");

  /** Said at the box that was not ticked. */
  private static final Set<String> SAID_AT_THE_BOX =
      Set.of("consent-missing", "disclosure-missing", "countries-required");

  private final Questions questions;
  private final Texts texts;

  FormErrors(Questions questions, Texts texts) {
    this.questions = questions;
    this.texts = texts;
  }

  /**
   * @param unreadable what the form's reader could not make sense of
   * @param wrong what the checks say
   */
  List<FieldError> of(List<FieldError> unreadable, List<FieldError> wrong, Filled form) {
    // The first error of a field is enough to go on with.
    Map<String, FieldError> byField = new LinkedHashMap<>();
    unreadable.forEach(error -> put(byField, error));
    wrong.stream()
        .filter(error -> !SAID_AT_THE_BOX.contains(error.code()))
        .forEach(error -> put(byField, error));
    if (form.values("wishes.countries").isEmpty()) {
      put(byField, new FieldError(COUNTRIES, "required", ""));
    }
    texts.inForce("en").stream()
        .filter(Text::required)
        .filter(text -> !form.has(ConsentRow.field(text)))
        .forEach(text -> put(byField, notTicked(text)));
    return byField.values().stream()
        .sorted(Comparator.comparingInt(error -> questions.place(error.pointer())))
        .toList();
  }

  private void put(Map<String, FieldError> byField, FieldError error) {
    String pointer = place(error);
    byField.putIfAbsent(
        pointer,
        questions
            .advice(pointer)
            .filter(advice -> BARE.contains(error.code()))
            .map(advice -> new FieldError(pointer, "unanswered", advice))
            .orElse(new FieldError(pointer, error.code(), error.detail())));
  }

  /** {@code /wishes/languages/1} is shown at the question about languages. */
  private static String place(FieldError error) {
    return error.code().equals("countries-not-covered")
        ? COUNTRIES
        : error.pointer().replaceAll("/\\d+(/.*)?$", "");
  }

  private static FieldError notTicked(Text text) {
    String what =
        text.sort() == Sort.CONSENT
            ? "Without your consent we can’t send it: “%s”."
            : "Please confirm: “%s”.";
    return new FieldError(
        "/" + ConsentRow.field(text).replace('.', '/'), "not-ticked", what.formatted(text.title()));
  }
}
