package health.sojourn.defaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentReadingTest {
  private final AtomicInteger readings = new AtomicInteger();

  @Test
  void severalNumbersCostOneReading() {
    RecentReading<Integer> reading = new RecentReading<>(readings::incrementAndGet);
    assertEquals(1, reading.number(taken -> taken));
    assertEquals(10, reading.number(taken -> taken * 10));
    assertEquals(1, readings.get());
  }

  @Test
  void aReadingThatFailsIsNoNumber() {
    RecentReading<Integer> reading =
        new RecentReading<>(
            () -> {
              throw new IllegalStateException("away");
            });
    assertEquals(Double.NaN, reading.number(taken -> taken));
  }

  @Test
  void aReadingThatHangsKeepsNobodyAndIsNotStartedAgain() {
    CountDownLatch never = new CountDownLatch(1);
    RecentReading<Integer> reading =
        new RecentReading<>(
            () -> {
              readings.incrementAndGet();
              never.await();
              return 1;
            });
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (int gauge = 0; gauge < 20; gauge++) {
            assertEquals(Double.NaN, reading.number(taken -> taken));
          }
        });
    assertEquals(1, readings.get());
    never.countDown();
  }
}
