package health.sojourn.inquiry.demo;

import health.sojourn.defaults.Ids;
import health.sojourn.inquiry.InquiryConfig;
import health.sojourn.inquiry.intake.Catalogue;
import health.sojourn.inquiry.intake.Intake;
import health.sojourn.inquiry.intake.Sender;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import health.sojourn.tasks.Tasks;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Puts invented inquiries into an empty demo, by the same way in as everybody's, so that the desk
 * has something to show. It waits until the clinics are known, and happens once.
 */
@ApplicationScoped
class DemoInquiries implements TaskHandler<DemoInquiries.Invent> {
  private static final TaskType<Invent> TASK = new TaskType<>("demo-inquiries", Invent.class);
  private static final String THERAPY = "allogeneic-msc-knee";
  private static final int HOW_MANY = 12;
  private static final int COUNTRIES_AT_LEAST = 6;
  private static final long SEED = 20261122;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final InquiryConfig config;
  private final Catalogue catalogue;
  private final Intake intake;
  private final EntityManager em;
  private final Tasks tasks;
  private final Ids ids;
  private final Clock clock;

  DemoInquiries(
      InquiryConfig config,
      Catalogue catalogue,
      Intake intake,
      EntityManager em,
      Tasks tasks,
      Ids ids,
      Clock clock) {
    this.config = config;
    this.catalogue = catalogue;
    this.intake = intake;
    this.em = em;
    this.tasks = tasks;
    this.ids = ids;
    this.clock = clock;
  }

  /** Work without particulars. */
  record Invent() {}

  @Transactional
  void start(@Observes StartupEvent started) {
    if (config.demo()) {
      later();
    }
  }

  private void later() {
    tasks.schedule(TASK, ids.next().toString(), new Invent(), clock.instant().plus(PAUSE));
  }

  @Override
  public TaskType<Invent> type() {
    return TASK;
  }

  @Override
  @Transactional
  public void run(String id, Invent work) {
    // Two replicas that start together take turns, and the second finds the first one's.
    em.createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
        .setParameter("lock", SEED)
        .getResultList();
    if (!config.demo() || somebodyAsked()) {
      return;
    }
    List<String> countries = catalogue.countries(THERAPY);
    if (countries.size() < COUNTRIES_AT_LEAST) {
      later();
      return;
    }
    new InventedPeople(SEED, countries)
        .askAll(HOW_MANY)
        .forEach(asked -> intake.submit(asked, Sender.FORM));
  }

  private boolean somebodyAsked() {
    return (Boolean) em.createNativeQuery("select exists (select from inquiry)").getSingleResult();
  }
}
