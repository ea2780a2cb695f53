package health.sojourn.provider.people;

import health.sojourn.http.ETags;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who works for a clinic. */
public record ClinicUser(
    UUID id,
    @Schema(format = "email", maxLength = 254) String email,
    @Schema(maxLength = 255) String givenName,
    @Schema(maxLength = 255) String familyName,
    boolean enabled,
    @Schema(description = "Whether the invitation's link was followed") boolean answered) {

  static ClinicUser of(Person person) {
    return new ClinicUser(
        person.id(),
        person.email(),
        person.givenName(),
        person.familyName(),
        person.enabled(),
        person.answered());
  }

  EntityTag tag() {
    return ETags.of(toString().getBytes(StandardCharsets.UTF_8));
  }
}
