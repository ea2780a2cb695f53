package health.sojourn.provider.leadinbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lead in the inbox. */
@Schema(name = "ClinicLead")
public record LeadView(
    UUID id,
    @Schema(examples = "SJ-7K2M-9QRT", maxLength = 12) String reference,
    @Schema(examples = "allogeneic-msc-knee", maxLength = 60) String therapy,
    @Schema(description = "Where the patient lives, ISO 3166-1 alpha-2", maxLength = 2)
        String country,
    @Schema(description = "BCP 47", maxLength = 35) String language,
    InboxStatus status,
    Instant offeredAt,
    @Schema(description = "Until when the clinic may answer") Instant answerBy,
    Instant viewedAt,
    Instant answeredAt,
    DeclineReason declineReason,
    Instant endedAt,
    @Schema(examples = "OTHER_CLINIC_CHOSEN", maxLength = 40) String endReason) {

  static LeadView of(InboxLead lead) {
    return new LeadView(
        lead.id(),
        lead.reference(),
        lead.therapy(),
        lead.country(),
        lead.language(),
        lead.status(),
        lead.offeredAt(),
        lead.answerBy(),
        lead.viewedAt(),
        lead.answeredAt(),
        lead.declineReason(),
        lead.endedAt(),
        lead.endReason());
  }

  @JsonIgnore
  public boolean isAwaitsAnswer() {
    return status.awaitsAnswer();
  }
}
