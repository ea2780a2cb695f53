package health.sojourn.inquiry.routing;

import health.sojourn.http.Language;

/**
 * Why a clinic is out.
 *
 * @param text a sentence for the facilitator, in English
 * @param overridable whether a lead facilitator with a reason may ask the clinic all the same;
 *     never where the patient did not agree, the clinic was asked before or nobody is there
 * @param reason the sentence as a code; null in decisions from before reasons had one
 */
public record Exclusion(HardRule code, String text, boolean overridable, Reason reason) {

  static Exclusion of(HardRule code, Reason reason, boolean overridable) {
    return new Exclusion(code, reason.in(Language.ENGLISH), overridable, reason);
  }

  Exclusion in(Language language) {
    return reason == null ? this : new Exclusion(code, reason.in(language), overridable, reason);
  }
}
