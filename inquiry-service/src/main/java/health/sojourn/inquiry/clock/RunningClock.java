package health.sojourn.inquiry.clock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A clock somebody is held to. It warns once, is breached once, and ends when it is stopped. */
@Entity
@Table(name = "clock")
public class RunningClock {
  @Id public UUID id;

  @Enumerated(EnumType.STRING)
  public Kind kind;

  public UUID inquiryId;
  public UUID leadId;
  public String clinic;

  /** The version of {@link ClockPolicy} it was started with. */
  public int policy;

  /** Whose business time it runs in. */
  public String zone;

  public Instant startedAt;
  public Instant warnAt;
  public Instant dueAt;
  public Instant warnedAt;
  public Instant breachedAt;
  public Instant stoppedAt;

  /** What somebody has to do in time. */
  public enum Kind {
    /** The clinic opens the lead. */
    VIEW,
    /** The clinic accepts or declines. */
    ANSWER,
    /** The clinic that accepted makes a quote. */
    QUOTE,
    /** A facilitator looks at what found no clinic. */
    REVIEW
  }
}
