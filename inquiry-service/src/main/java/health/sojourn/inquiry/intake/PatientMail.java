package health.sojourn.inquiry.intake;

import health.sojourn.defaults.Ids;
import health.sojourn.tasks.TaskType;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Mails to the person who asked. They say that something moved and where to read it; nothing about
 * health, because mail is a postcard.
 */
@ApplicationScoped
public class PatientMail {
  public static final TaskType<Message> TASK = new TaskType<>("patient-mail", Message.class);

  /** What a mail tells. Each has its template. */
  public enum Kind {
    /** We have it, with the reference and a first link. */
    RECEIVED,
    /** The one-time link somebody asked for. */
    LINK,
    /** A clinic was asked. */
    ROUTED,
    /** A clinic will look after it. */
    ACCEPTED,
    /** A written offer is there. */
    QUOTED,
    /** They chose, or a facilitator did for them. */
    CHOSEN,
    /** A clinic wrote, and a facilitator passed it on. */
    MESSAGE,
    /** The clinic says how it ended; that is to be confirmed. */
    REPORTED,
    COMPLETED,
    /** No clinic fits at the moment; a person looks at it. */
    UNPLACED,
    CLOSED
  }

  /**
   * A mail to be written.
   *
   * @param id stable over repeats; it becomes the Message-ID
   */
  public record Message(UUID id, UUID inquiryId, Kind kind) {}

  private final Tasks tasks;
  private final Ids ids;
  private final Clock clock;

  PatientMail(Tasks tasks, Ids ids, Clock clock) {
    this.tasks = tasks;
    this.ids = ids;
    this.clock = clock;
  }

  /** Sends soon after the caller's transaction commits, at least once. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void schedule(UUID inquiryId, Kind kind) {
    UUID id = ids.next();
    tasks.schedule(TASK, id.toString(), new Message(id, inquiryId, kind), clock.instant());
  }
}
