package health.sojourn.provider.search;

import java.util.Locale;

/** The orders of the list. Where it ties, the clinic's short name decides. */
enum Sort {
  /** The best score first. */
  SCORE,
  /** The lowest price first, unknown ones last. */
  PRICE,
  /** Most checked first. */
  CHECKED;

  String apiName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Sort of(String apiName) {
    for (Sort sort : values()) {
      if (sort.apiName().equals(apiName)) {
        return sort;
      }
    }
    throw new IllegalArgumentException(apiName);
  }
}
