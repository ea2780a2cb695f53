package health.sojourn.local;

import java.io.Console;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Without demo users somebody must be the first to sign in: the user {@code admin}, whose password
 * is asked for at the first start, or made up and shown once.
 */
final class FirstAdmin {
  private static final int SHORTEST = 12;

  private final String password;
  private final boolean madeUp;

  private FirstAdmin(String password, boolean madeUp) {
    this.password = password;
    this.madeUp = madeUp;
  }

  static FirstAdmin of(Settings settings) {
    boolean needed =
        !settings.demo()
            && settings.outside().oidc() == null
            && !Files.exists(settings.home().resolve("keycloak/imported"));
    if (!needed) {
      return new FirstAdmin(null, false);
    }
    String typed = System.console() == null ? "" : ask(System.console());
    return typed.isEmpty() ? new FirstAdmin(Secrets.madeUp(), true) : new FirstAdmin(typed, false);
  }

  /** Empty unless the account is about to be made. */
  Optional<String> password() {
    return Optional.ofNullable(password);
  }

  boolean isMadeUp() {
    return madeUp;
  }

  private static String ask(Console console) {
    while (true) {
      char[] typed =
          console.readPassword(
              "Choose a password for the first user, \"admin\" (at least %d characters; empty: one"
                  + " is made up): ",
              SHORTEST);
      if (typed == null || typed.length == 0) {
        return "";
      }
      if (typed.length >= SHORTEST) {
        return new String(typed);
      }
      console.printf("That was too short.%n");
    }
  }
}
