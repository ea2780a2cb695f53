package health.sojourn.provider.leadinbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a clinic wants to say to the patient. */
@Schema(name = "NewClinicMessage")
public record NewMessage(
    @NotBlank(message = "Write something first.")
        @Size(max = 4000, message = "Write at most 4000 characters.")
        String text) {}
