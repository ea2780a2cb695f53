package health.sojourn.http;

import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Entity tags (RFC 9110, 8.8.3) and the precondition that protects a change from another. */
public final class ETags {
  private static final int BYTES = 15;

  private ETags() {}

  /** A strong tag of exactly these bytes. */
  public static EntityTag of(byte[] body) {
    byte[] hash = Arrays.copyOf(sha256(body), BYTES);
    return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
  }

  /** The tag of an entity that counts its versions. */
  public static EntityTag ofVersion(long version) {
    return new EntityTag("v" + version);
  }

  /**
   * Lets a change go on only if the caller has seen what it changes.
   *
   * @param ifMatch the header as sent
   * @throws Problem 428 if it is missing, 412 if it names another version
   */
  public static void requireMatch(String ifMatch, EntityTag current) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new Problem(
          428, "precondition-required", "Send the ETag you read in If-Match.", List.of());
    }
    boolean matches =
        ifMatch.trim().equals("*")
            || Arrays.stream(ifMatch.split(","))
                .map(String::trim)
                .anyMatch(('"' + current.getValue() + '"')::equals);
    if (!matches) {
      throw new Problem(412, "precondition-failed", "It was changed since you read it.", List.of());
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
