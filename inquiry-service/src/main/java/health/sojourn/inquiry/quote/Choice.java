package health.sojourn.inquiry.quote;

import health.sojourn.inquiry.privacy.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was chosen, by whom and when; one for each inquiry, never changed. */
@Entity
@Table(name = "choice")
public class Choice {
  @Id UUID inquiryId;
  UUID leadId;
  UUID quoteId;
  int version;
  Instant chosenAt;

  @Enumerated(EnumType.STRING)
  Actor.Kind actorKind;

  String actor;

  /** Why a facilitator chose for the patient, sealed; null if the patient did. */
  byte[] reason;

  /** Whether this wish has been granted already. */
  boolean grants(Wish wish) {
    return leadId.equals(wish.leadId())
        && quoteId.equals(wish.quoteId())
        && (wish.version() == null || wish.version() == version);
  }

  public UUID leadId() {
    return leadId;
  }

  public UUID quoteId() {
    return quoteId;
  }

  public int version() {
    return version;
  }

  public Instant chosenAt() {
    return chosenAt;
  }

  public Actor by() {
    return new Actor(actorKind, actor);
  }

  /**
   * A quote somebody wants to choose.
   *
   * @param version the one that was read; null takes whatever the quote has now
   * @param reason why a facilitator chooses for the patient; else null
   */
  public record Wish(UUID leadId, UUID quoteId, Integer version, String reason) {

    /** What a form says, see {@link Offer#key}; empty if it can't be one. */
    public static Optional<Wish> parse(String key) {
      String[] parts = key == null ? new String[0] : key.split("/");
      try {
        return Optional.of(
            new Wish(
                UUID.fromString(parts[0]),
                UUID.fromString(parts[1]),
                Integer.valueOf(parts[2]),
                null));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        return Optional.empty();
      }
    }

    /** The same, by a facilitator. */
    public Wish because(String reason) {
      return new Wish(leadId, quoteId, version, reason);
    }
  }
}
