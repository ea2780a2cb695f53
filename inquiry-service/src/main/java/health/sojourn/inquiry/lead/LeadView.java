package health.sojourn.inquiry.lead;

import java.time.Instant;
import java.util.UUID;

/** A lead as the API tells it. */
public record LeadView(
    UUID id,
    UUID inquiryId,
    String reference,
    String clinic,
    LeadStatus status,
    UUID decisionId,
    Instant offeredAt,
    Instant answerBy,
    Instant viewedAt,
    Instant answeredAt,
    String declineReason) {

  public static LeadView of(Lead lead) {
    return new LeadView(
        lead.id(),
        lead.inquiryId(),
        lead.reference(),
        lead.clinic(),
        lead.status(),
        lead.decisionId(),
        lead.offeredAt(),
        lead.answerBy(),
        lead.viewedAt(),
        lead.answeredAt(),
        lead.declineReason());
  }
}
