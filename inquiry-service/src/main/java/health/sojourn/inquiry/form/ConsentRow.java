package health.sojourn.inquiry.form;

import health.sojourn.inquiry.consent.Texts.Sort;
import health.sojourn.inquiry.consent.Texts.Text;

/**
 * One box to tick.
 *
 * @param given it was ticked in a form that came back
 */
public record ConsentRow(String name, Text text, boolean given) {

  static ConsentRow of(Text text, Filled form) {
    return new ConsentRow(field(text), text, form.has(field(text)));
  }

  static String field(Text text) {
    return (text.sort() == Sort.CONSENT ? "consents." : "disclosures.") + text.kind();
  }
}
