package health.sojourn.provider.search;

import health.sojourn.http.Page;
import health.sojourn.money.Money;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody looks for. Within an attribute any of the values will do, and each attribute must
 * fit.
 *
 * @param therapy null for any
 * @param wanted only attributes somebody asked for
 * @param ceiling a price range must begin at or below it; null without one
 * @param unpriced whether clinics that state no price fit as well, or alone without a ceiling
 * @param currency in which prices are shown besides their own; null for none
 * @param words typed by somebody; null without any
 */
record ClinicFilter(
    String therapy,
    Map<Attribute, List<String>> wanted,
    Money ceiling,
    boolean unpriced,
    String currency,
    String words,
    Sort sort,
    int limit) {

  static final ClinicFilter NONE =
      new ClinicFilter(null, Map.of(), null, false, null, null, Sort.SCORE, Page.limit(null));

  List<String> wanted(Attribute attribute) {
    return wanted.getOrDefault(attribute, List.of());
  }

  boolean asksForPrice() {
    return ceiling != null || unpriced;
  }

  /** What decides who is in the list and in which order, the same in every process. */
  String question() {
    StringBuilder question = new StringBuilder(sort.apiName()).append('|').append(therapy);
    for (Attribute attribute : Attribute.values()) {
      question.append('|').append(wanted(attribute));
    }
    return question
        .append('|')
        .append(ceiling)
        .append('|')
        .append(unpriced)
        .append('|')
        .append(words)
        .toString();
  }

  ClinicFilter without(Attribute attribute) {
    return with(attribute, List.of());
  }

  ClinicFilter without(Attribute attribute, String value) {
    return with(attribute, wanted(attribute).stream().filter(it -> !it.equals(value)).toList());
  }

  private ClinicFilter with(Attribute attribute, List<String> values) {
    Map<Attribute, List<String>> others = new EnumMap<>(Attribute.class);
    others.putAll(wanted);
    if (values.isEmpty()) {
      others.remove(attribute);
    } else {
      others.put(attribute, values);
    }
    return new ClinicFilter(therapy, others, ceiling, unpriced, currency, words, sort, limit);
  }

  ClinicFilter withoutPrice() {
    return new ClinicFilter(therapy, wanted, null, false, currency, words, sort, limit);
  }

  ClinicFilter withoutWords() {
    return new ClinicFilter(therapy, wanted, ceiling, unpriced, currency, null, sort, limit);
  }
}
