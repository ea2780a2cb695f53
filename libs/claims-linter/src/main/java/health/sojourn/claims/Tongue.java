package health.sojourn.claims;

import java.util.Arrays;
import java.util.Optional;

/** A language whose promises are known. */
public enum Tongue {
  ENGLISH("en"),
  SPANISH("es");

  private final String tag;

  Tongue(String tag) {
    this.tag = tag;
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }

  /**
   * The one a tag such as {@code es} or {@code es-MX} names; empty for one nobody wrote rules for.
   */
  public static Optional<Tongue> named(String tag) {
    String primary = tag.strip().split("[-_]", 2)[0];
    return Arrays.stream(values()).filter(one -> one.tag.equalsIgnoreCase(primary)).findFirst();
  }
}
