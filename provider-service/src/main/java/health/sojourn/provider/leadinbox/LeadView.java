package health.sojourn.provider.leadinbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
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
    @Schema(description = "Of the quote in force") Instant quotedAt,
    @Schema(description = "The last day of the quote in force, in the clinic's zone")
        LocalDate quoteValidUntil,
    Instant chosenAt,
    @Schema(description = "What the clinic reported about the treatment") Outcome outcome,
    CancelReason outcomeReason,
    LocalDate outcomeDay,
    Instant reportedAt,
    @Schema(description = "Something happened since somebody of the clinic looked") boolean unread,
    Instant endedAt,
    @Schema(examples = "OTHER_CLINIC_CHOSEN", maxLength = 40) String endReason) {

  public static LeadView of(InboxLead lead) {
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
        lead.quotedAt(),
        lead.quoteValidUntil(),
        lead.chosenAt(),
        lead.outcome(),
        lead.outcomeReason(),
        lead.outcomeDay(),
        lead.reportedAt(),
        lead.isUnread(),
        lead.endedAt(),
        lead.endReason());
  }

  @JsonIgnore
  public boolean isAwaitsAnswer() {
    return status.awaitsAnswer();
  }

  /** The clinic may write to the patient, or may have. */
  @JsonIgnore
  public boolean isOpen() {
    return status.isOpen();
  }

  @JsonIgnore
  public boolean isQuotable() {
    return status.mayBeQuoted();
  }

  @JsonIgnore
  public boolean isChosen() {
    return status == InboxStatus.CHOSEN;
  }
}
