package health.sojourn.provider.verification;

import java.util.UUID;

/**
 * Why a fact is stated anew; every part may be null.
 *
 * @param author null if the platform did it by itself
 * @param change the draft that is published by it
 * @param method how it was checked
 * @param words why, in the words of whoever did it
 */
public record Reason(Author author, UUID change, CheckMethod method, String words) {

  /** Loaded by the platform, not stated by somebody who signed in. */
  public static final Reason NONE = new Reason(null, null, null, null);

  public static Reason of(Author author) {
    return new Reason(author, null, null, null);
  }
}
