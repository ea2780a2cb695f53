package health.sojourn.e2e.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Patients who send inquiries, clinics that answer, and time that passes, until told to stop. */
final class Load {
  private static final int PATIENTS = 3;
  private static final int CLINICS = 2;

  private final List<Someone> everybody = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> work = new ArrayList<>();
  private volatile boolean ended;

  /** Does one thing after the other; its own random decisions follow from the seed. */
  interface Someone {
    void act() throws InterruptedException;

    /** Milliseconds until the next one. */
    int pause();
  }

  Load(long seed, Caller caller, History history, Database inquiry) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 1; i <= PATIENTS; i++) {
      everybody.add(new Patients(seed, i, random.split(), caller, history));
    }
    for (int i = 1; i <= CLINICS; i++) {
      everybody.add(new Clinics(random.split(), caller, history));
    }
    everybody.add(new Time(random.split(), inquiry));
  }

  void start() {
    everybody.forEach(someone -> work.add(threads.submit(() -> live(someone))));
  }

  /**
   * Returns when everybody has finished what they were at.
   *
   * @throws ExecutionException when one of them failed, which is the test's own fault
   */
  void stop() throws InterruptedException, ExecutionException {
    ended = true;
    for (Future<?> one : work) {
      one.get();
    }
    threads.shutdown();
  }

  private Void live(Someone someone) throws InterruptedException {
    while (!ended) {
      someone.act();
      TimeUnit.MILLISECONDS.sleep(someone.pause());
    }
    return null;
  }
}
