package health.sojourn.inquiry.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes (HMAC-SHA-256) of what identifies a person, so that they can be found without being
 * readable. The same e-mail gives the same hash however it is typed.
 */
@ApplicationScoped
public class Fingerprints {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final SecretKeySpec key;
  private final Optional<Fingerprints> before;

  @Inject
  Fingerprints(MasterKey masterKey) throws GeneralSecurityException {
    key = new SecretKeySpec(masterKey.finding(), "HmacSHA256");
    before =
        masterKey.before().isPresent()
            ? Optional.of(new Fingerprints(masterKey.before().get()))
            : Optional.empty();
  }

  /**
   * A hash to look for something by: under the master key of now, and under the one before while
   * there are hashes of that one.
   *
   * @param hash such as {@code it -> it.email(address)}
   */
  public List<byte[]> accepted(Function<Fingerprints, byte[]> hash) {
    return Stream.concat(Stream.of(this), before.stream()).map(hash).toList();
  }

  public byte[] email(String address) {
    return hash("email", address.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * @param e164 such as {@code +4917012345678}
   */
  public byte[] phone(String e164) {
    return hash("phone", e164);
  }

  /**
   * One hash per part of the name, without accents and case: "Ana-Lía Núñez" is ana, lia, nunez.
   */
  public List<byte[]> name(String... parts) {
    return tokens(String.join(" ", parts)).stream().map(token -> hash("name", token)).toList();
  }

  /** A one-time token or session as it is stored. */
  public byte[] token(String secret) {
    return hash("token", secret);
  }

  /** The parts of a name as they are compared. */
  public static Set<String> tokens(String name) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    Set<String> tokens = new LinkedHashSet<>(List.of(NOT_A_LETTER.split(plain)));
    tokens.remove("");
    return tokens;
  }

  private byte[] hash(String kind, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((kind + ":").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
