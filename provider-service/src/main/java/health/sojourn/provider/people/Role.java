package health.sojourn.provider.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may be for, named as the identity provider's realm names it. */
public enum Role {
  FACILITATOR("/desk"),
  LEAD_FACILITATOR("/desk"),
  CLINIC("/clinic-desk"),
  EDITOR("/editor"),
  MEDICAL_REVIEWER("/editor"),
  PARTNER("/"),
  ADMIN("/admin/people");

  private final String firstPage;

  Role(String firstPage) {
    this.firstPage = firstPage;
  }

  /** Such as {@code lead-facilitator}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where somebody with this role begins to work. */
  String firstPage() {
    return firstPage;
  }

  static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
