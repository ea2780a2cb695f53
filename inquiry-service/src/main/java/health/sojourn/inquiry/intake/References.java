package health.sojourn.inquiry.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * References a person can read over the phone: {@code SJ-XXXX-XXXX}, no vowels (no words by
 * accident), no 0 and 1, and a check character at the end (Luhn mod N) that finds every single
 * wrong character and nearly every swap of two neighbours.
 */
@ApplicationScoped
public class References {
  private static final String ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXZ";
  private static final int N = ALPHABET.length();
  private static final int RANDOM_CHARACTERS = 7;

  private final RandomGenerator random = new SecureRandom();

  String next() {
    StringBuilder body = new StringBuilder();
    random.ints(RANDOM_CHARACTERS, 0, N).forEach(i -> body.append(ALPHABET.charAt(i)));
    return written(body.append(check(body)).toString());
  }

  /** The reference as it is stored, however it was typed; empty if it can't be one. */
  public static Optional<String> parse(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "");
    if (!plain.matches("SJ[" + ALPHABET + "]{" + (RANDOM_CHARACTERS + 1) + "}")) {
      return Optional.empty();
    }
    String body = plain.substring(2, plain.length() - 1);
    return check(body) == plain.charAt(plain.length() - 1)
        ? Optional.of(written(plain.substring(2)))
        : Optional.empty();
  }

  private static String written(String eight) {
    return "SJ-" + eight.substring(0, 4) + "-" + eight.substring(4);
  }

  private static char check(CharSequence body) {
    int sum = 0;
    int factor = 2;
    for (int i = body.length() - 1; i >= 0; i--) {
      int addend = factor * ALPHABET.indexOf(body.charAt(i));
      sum += addend / N + addend % N;
      factor = factor == 2 ? 1 : 2;
    }
    return ALPHABET.charAt((N - sum % N) % N);
  }
}
