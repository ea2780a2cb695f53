package health.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.local.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Numbers for the reader of the build's output; what else the machine does decides too much to
 * assert.
 */
class MeasuresIT {
  private static final int INQUIRIES = 10;

  @Test
  void howLongFromThe201ToTheClinicsInbox() {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i <= INQUIRIES; i++) {
      String inquiry = Api.send(NewInquiry.ofSomebodyNew()).getString("id");
      Instant answered = Instant.now();
      String lead = once(() -> Leads.of(inquiry).getString("items[0].id"));
      String clinic = Leads.of(inquiry).getString("items[0].clinic");
      once(() -> Leads.atClinic(clinic, lead) == 1 ? lead : null);
      millis.add(Duration.between(answered, Instant.now()).toMillis());
    }
    // The first one also warms everybody up.
    List<Long> warm = new ArrayList<>(millis.subList(1, millis.size()));
    Collections.sort(warm);
    assertEquals(INQUIRIES, warm.size());
    System.out.printf(
        "201 to the clinic's inbox: median %d ms, slowest %d ms of %d%n",
        warm.get(INQUIRIES / 2), warm.get(INQUIRIES - 1), INQUIRIES);
  }

  @Test
  void howLongPartsTakeToStartAndHowMuchTheyHold() throws IOException {
    Platform platform = Sojourn.platform();
    platform
        .startTimes()
        .forEach(
            (part, took) -> System.out.printf("%-18s started in %d ms%n", part, took.toMillis()));
    for (String service : Platform.SERVICES) {
      String status = Files.readString(Path.of("/proc", "" + platform.pid(service), "status"));
      String resident =
          status.lines().filter(line -> line.startsWith("VmRSS")).findFirst().orElseThrow();
      System.out.printf("%-18s %s%n", service, resident.replaceAll("\\s+", " "));
    }
  }

  private static String once(Callable<String> question) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(question, answer -> answer != null);
  }
}
