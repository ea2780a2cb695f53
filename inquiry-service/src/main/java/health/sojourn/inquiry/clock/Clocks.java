package health.sojourn.inquiry.clock;

import health.sojourn.defaults.Ids;
import health.sojourn.inquiry.clock.RunningClock.Kind;
import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Starts and stops clocks; warns at the policy's share, and says when one is breached. */
@ApplicationScoped
public class Clocks implements TaskHandler<Clocks.Tick> {
  static final TaskType<Tick> TICK = new TaskType<>("clock-tick", Tick.class);

  private final EntityManager em;
  private final Tasks tasks;
  private final History history;
  private final Ids ids;
  private final Clock clock;

  Clocks(EntityManager em, Tasks tasks, History history, Ids ids, Clock clock) {
    this.em = em;
    this.tasks = tasks;
    this.history = history;
    this.ids = ids;
    this.clock = clock;
  }

  /** Work: look whether this clock has to warn or is breached. */
  public record Tick(UUID clock) {}

  /** What a clock is about; a lead and its clinic, or neither. */
  public record Subject(UUID inquiryId, UUID leadId, String clinic) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public void start(Kind kind, Subject subject, Instant now, Instant due, BusinessHours hours) {
    ClockPolicy policy = ClockPolicy.current();
    RunningClock running = new RunningClock();
    running.id = ids.next();
    running.kind = kind;
    running.inquiryId = subject.inquiryId();
    running.leadId = subject.leadId();
    running.clinic = subject.clinic();
    running.policy = policy.version();
    running.zone = hours.zone().getId();
    running.startedAt = now;
    running.warnAt = policy.warnsAt(now, due, hours);
    running.dueAt = due;
    em.persist(running);
    tasks.schedule(TICK, running.id + "/warn", new Tick(running.id), running.warnAt);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void stopForLead(UUID leadId, List<Kind> kinds) {
    stop("leadId = :of", leadId, kinds);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void stopReview(UUID inquiryId) {
    stop("inquiryId = :of", inquiryId, List.of(Kind.REVIEW));
  }

  private void stop(String whose, UUID of, List<Kind> kinds) {
    em.createQuery(
            "update RunningClock set stoppedAt = :now where stoppedAt is null and kind in :kinds and "
                + whose)
        .setParameter("now", clock.instant())
        .setParameter("kinds", kinds)
        .setParameter("of", of)
        .executeUpdate();
  }

  /** What runs for an inquiry, next due first. */
  @Transactional
  public List<RunningClock> running(UUID inquiryId) {
    return em.createQuery(
            "from RunningClock where inquiryId = :inquiry and stoppedAt is null order by dueAt",
            RunningClock.class)
        .setParameter("inquiry", inquiryId)
        .getResultList();
  }

  /** What runs for these inquiries and is due next, by inquiry. */
  @Transactional
  public Map<UUID, RunningClock> nextDue(Collection<UUID> inquiries) {
    if (inquiries.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "from RunningClock where inquiryId in :inquiries and stoppedAt is null",
            RunningClock.class)
        .setParameter("inquiries", inquiries)
        .getResultStream()
        .collect(
            Collectors.toMap(
                running -> running.inquiryId,
                running -> running,
                BinaryOperator.minBy(Comparator.comparing(running -> running.dueAt))));
  }

  @Override
  public TaskType<Tick> type() {
    return TICK;
  }

  @Override
  @Transactional
  public void run(String id, Tick tick) {
    RunningClock running =
        em.find(RunningClock.class, tick.clock(), LockModeType.PESSIMISTIC_WRITE);
    if (running == null || running.stoppedAt != null || running.breachedAt != null) {
      return;
    }
    Instant now = clock.instant();
    if (!now.isBefore(running.dueAt)) {
      running.breachedAt = now;
      tell(running, "clock-breached", now);
    } else if (!now.isBefore(running.warnAt) && running.warnedAt == null) {
      running.warnedAt = now;
      tell(running, "clock-warned", now);
      tasks.schedule(TICK, running.id + "/breach", tick, running.dueAt);
    }
  }

  private void tell(RunningClock running, String kind, Instant now) {
    history.add(
        running.inquiryId,
        new History.Entry(
            now,
            kind,
            Actor.SYSTEM,
            running.clinic,
            Map.of("clock", running.kind.name(), "dueAt", running.dueAt.toString())));
  }
}
