package health.sojourn.provider.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody to invite. The e-mail address is also the name to sign in with. */
@Schema(name = "NewClinicUser")
public record Newcomer(
    @NotBlank(message = "Write the e-mail address the invitation goes to")
        @Email(regexp = ".+@.+\\..+", message = "Write an e-mail address, such as name@example.org")
        @Size(max = 254, message = "An e-mail address has at most 254 characters")
        @Schema(format = "email", examples = "coordinator@example.org")
        String email,
    @NotBlank(message = "Write the given name")
        @Size(max = 100, message = "Write at most 100 characters")
        @Schema(examples = "Clara")
        String givenName,
    @NotBlank(message = "Write the family name")
        @Size(max = 100, message = "Write at most 100 characters")
        @Schema(examples = "Demo")
        String familyName) {

  public Newcomer {
    // As the identity provider keeps it, so that the same address is the same person.
    email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    givenName = givenName == null ? null : givenName.strip();
    familyName = familyName == null ? null : familyName.strip();
  }
}
