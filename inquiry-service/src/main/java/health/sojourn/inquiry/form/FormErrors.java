package health.sojourn.inquiry.form;

import health.sojourn.http.FieldError;
import health.sojourn.inquiry.consent.Texts;
import health.sojourn.inquiry.consent.Texts.Sort;
import health.sojourn.inquiry.consent.Texts.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The API's errors as the form shows them: one for each question, at a field that is on the page.
 */
final class FormErrors {
  private static final String COUNTRIES = "/wishes/countries";

  private final Map<String, FieldError> byField = new LinkedHashMap<>();

  private FormErrors() {}

  static List<FieldError> of(
      List<FieldError> unreadable, List<FieldError> wrong, Filled form, Texts texts) {
    FormErrors errors = new FormErrors();
    unreadable.forEach(errors::add);
    wrong.forEach(errors::add);
    if (form.values("wishes.countries").isEmpty()) {
      errors.put(COUNTRIES, "countries-required", "Tick at least one country.");
    }
    texts.inForce("en").stream()
        .filter(Text::required)
        .filter(text -> !form.has(ConsentRow.field(text)))
        .forEach(errors::notTicked);
    return new ArrayList<>(errors.byField.values());
  }

  private void add(FieldError error) {
    switch (error.code()) {
      // Said at the box that was not ticked.
      case "consent-missing", "disclosure-missing", "countries-required" -> {}
      case "countries-not-covered" -> put(COUNTRIES, error.code(), error.detail());
      default -> put(field(error.pointer()), error.code(), error.detail());
    }
  }

  private void notTicked(Text text) {
    String what =
        text.sort() == Sort.CONSENT
            ? "Without your consent we can't send it: “%s”."
            : "Please confirm: “%s”.";
    put("/" + ConsentRow.field(text).replace('.', '/'), "not-ticked", what.formatted(text.title()));
  }

  /** The first error of a field is enough to go on with. */
  private void put(String pointer, String code, String detail) {
    byField.putIfAbsent(pointer, new FieldError(pointer, code, detail));
  }

  /** {@code /wishes/languages/1} is shown at the question about languages. */
  private static String field(String pointer) {
    return pointer.replaceAll("/\\d+(/.*)?$", "");
  }
}
