package health.sojourn.inquiry.desk;

import health.sojourn.http.FieldError;
import java.util.List;

/**
 * What was typed into one of the forms of an inquiry's page that came back, or nothing yet.
 *
 * @param clinics to be asked
 * @param quote to be chosen for the patient, see {@code Offer.key}
 * @param reason of either
 * @param lead and text of a message
 * @param routing whether it was the form that asks other clinics
 */
public record Typed(
    List<String> clinics,
    String quote,
    String reason,
    String lead,
    String text,
    boolean routing,
    List<FieldError> errors) {

  static Typed nothing() {
    return new Typed(List.of(), null, null, null, null, false, List.of());
  }

  static Typed routing(List<String> clinics, String reason, List<FieldError> errors) {
    return new Typed(clinics, null, reason, null, null, true, errors);
  }

  static Typed choice(String quote, String reason, List<FieldError> errors) {
    return new Typed(List.of(), quote, reason, null, null, false, errors);
  }

  static Typed message(String lead, String text, List<FieldError> errors) {
    return new Typed(List.of(), null, null, lead, text, false, errors);
  }

  static Typed nothingBut(List<FieldError> errors) {
    return new Typed(List.of(), null, null, null, null, false, errors);
  }
}
