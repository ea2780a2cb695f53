package health.sojourn.provider.search;

import health.sojourn.provider.ProviderMessages;

/** How well a listing fits the words somebody typed. */
enum Closeness {
  NONE(0),
  /** Some word is only similar, or the beginning of one that is there. */
  SIMILAR(30),
  /** Every word is somewhere in what is stated. */
  STATED(60),
  /** Every word is in the clinic's name or place. */
  NAMED(100);

  private final int value;

  Closeness(int value) {
    this.value = value;
  }

  /** In hundredths. */
  int value() {
    return value;
  }

  String said(ProviderMessages say) {
    return switch (this) {
      case NAMED -> say.scoreWordsNamed();
      case STATED -> say.scoreWordsStated();
      case SIMILAR, NONE -> say.scoreWordsSimilar();
    };
  }
}
