package health.sojourn.local;

import java.time.Duration;

/** What to open, who to be, and how to stop, once everything answers. */
final class Welcome {
  private Welcome() {}

  static String text(Settings settings, FirstAdmin firstAdmin, Duration took) {
    StringBuilder text = new StringBuilder();
    text.append(
        """

          Open          %s
        """
            .formatted(settings.publicUrl()));
    if (settings.outside().smtp() == null) {
      text.append("  Mail inbox    http://localhost:%d%n".formatted(settings.ports().mailPage()));
    }
    if (settings.outside().oidc() == null) {
      text.append(
          "  Keycloak      http://localhost:%d/auth/admin (keycloak-admin, password in %s)%n"
              .formatted(
                  settings.ports().keycloak(), settings.home().resolve("secrets/keycloak-admin")));
    }
    text.append("  Logs          %s%n".formatted(settings.home().resolve("log")));
    if (settings.demo() && settings.outside().oidc() == null) {
      text.append(
          """

            Sign in as    demo-facilitator, demo-lead, demo-clinic (Bogotá), demo-clinic-istanbul …,
                          demo-editor, demo-reviewer, demo-partner, demo-admin
            Password      sojourn-demo
          """);
    }
    firstAdmin
        .password()
        .ifPresent(
            password ->
                text.append("%n  Sign in as    admin%n".formatted())
                    .append(
                        firstAdmin.isMadeUp()
                            ? "  Password      %s (shown only now)%n".formatted(password)
                            : "  Password      the one you chose%n".formatted()));
    return text.append(
            "%nready: %s in %.0f s. Ctrl-C stops everything.%n"
                .formatted(settings.publicUrl(), took.toMillis() / 1000.0))
        .toString();
  }
}
