package health.sojourn.inquiry.message;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one side wrote about a lead. The other side sees it when a facilitator has released it; what
 * was kept back may still be released, what was released can't be taken back.
 */
@Entity
@Table(name = "message")
public class Message {
  @Id UUID id;
  UUID inquiryId;
  UUID leadId;

  @Enumerated(EnumType.STRING)
  Sender sender;

  @Enumerated(EnumType.STRING)
  Kind kind;

  /** Sealed under the patient's key. */
  byte[] words;

  Instant sentAt;

  /** A facilitator's user name or a clinic's slug; null for the patient. */
  String sentBy;

  @Enumerated(EnumType.STRING)
  State state;

  Instant decidedAt;
  String decidedBy;

  /** Who wrote it. */
  @Schema(name = "MessageSender")
  public enum Sender {
    CLINIC,
    PATIENT,
    /** On behalf of nobody; both sides see it at once. */
    FACILITATOR
  }

  /** Whether an answer is needed. */
  @Schema(name = "MessageKind")
  public enum Kind {
    QUESTION,
    MESSAGE
  }

  /** Where it is on its way through the facilitator. */
  public enum State {
    WAITING,
    RELEASED,
    KEPT_BACK
  }

  /** The name under which its words are sealed. */
  String sealedAs() {
    return "message/" + id;
  }
}
