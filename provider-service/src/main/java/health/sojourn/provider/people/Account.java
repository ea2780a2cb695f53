package health.sojourn.provider.people;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A user as Keycloak's admin API reads and writes it. Written back it has to be whole: an attribute
 * that is missing is one that was taken away.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Account(
    UUID id,
    String username,
    String email,
    String firstName,
    String lastName,
    boolean enabled,
    boolean emailVerified,
    Map<String, List<String>> attributes) {
  static final String CLINIC = "clinic";

  static Account of(Newcomer newcomer, String clinic) {
    return new Account(
        null,
        newcomer.email(),
        newcomer.email(),
        newcomer.givenName(),
        newcomer.familyName(),
        true,
        false,
        bound(clinic));
  }

  String clinic() {
    List<String> values = attributes == null ? null : attributes.get(CLINIC);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  Account withClinic(String clinic) {
    return new Account(
        id, username, email, firstName, lastName, enabled, emailVerified, bound(clinic));
  }

  Account withEnabled(boolean enabled) {
    return new Account(
        id, username, email, firstName, lastName, enabled, emailVerified, attributes);
  }

  private static Map<String, List<String>> bound(String clinic) {
    return clinic == null ? Map.of() : Map.of(CLINIC, List.of(clinic));
  }
}
