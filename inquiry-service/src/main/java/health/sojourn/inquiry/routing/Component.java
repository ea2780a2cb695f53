package health.sojourn.inquiry.routing;

import health.sojourn.http.Language;

/**
 * One part of a score.
 *
 * @param value 0 to 1, two decimals
 * @param text what it comes from, in English
 * @param reason the same as a code; null in decisions from before reasons had one
 */
public record Component(String name, double weight, double value, String text, Reason reason) {

  static Component of(String name, double weight, double value, Reason reason) {
    return new Component(name, weight, value, reason.in(Language.ENGLISH), reason);
  }

  Component in(Language language) {
    return reason == null ? this : new Component(name, weight, value, reason.in(language), reason);
  }
}
