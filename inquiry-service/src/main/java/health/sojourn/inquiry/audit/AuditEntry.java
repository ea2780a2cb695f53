package health.sojourn.inquiry.audit;

import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog.Act;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the audit log: who did what with whose data. Of the data itself there is nothing.
 *
 * @param actor a user name, a clinic's slug, a partner's id; null for the patient and the system
 * @param reference null once the inquiry is gone; the line stays
 */
public record AuditEntry(
    Instant at,
    Actor.Kind actorKind,
    @Size(max = 255) String actor,
    Act act,
    UUID inquiryId,
    @Size(max = 12) String reference) {}
