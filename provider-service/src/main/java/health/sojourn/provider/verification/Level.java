package health.sojourn.provider.verification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How well a fact was verified, from somebody's word to a visit. */
public enum Level {
  SELF_DECLARED("0"),
  DOCUMENT_UPLOADED("1"),
  CHECKED_WITH_ISSUER("2"),
  CONFIRMED_OR_VISITED("3"),
  /** A check failed, or the fact is past its date. */
  FAILED_OR_EXPIRED("X");

  private final String code;

  Level(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  /** Somebody other than the clinic stands behind it: a paper nobody compared is not a check. */
  public boolean isChecked() {
    return this == CHECKED_WITH_ISSUER || this == CONFIRMED_OR_VISITED;
  }

  @JsonCreator
  static Level of(String code) {
    for (Level level : values()) {
      if (level.code.equals(code)) {
        return level;
      }
    }
    throw new IllegalArgumentException("A verification level is 0, 1, 2, 3 or X, not " + code);
  }
}
