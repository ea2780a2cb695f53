package health.sojourn.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends complete inquiries of invented people through the gateway, each of somebody new. */
final class Inquiries {
  private static final String COUNTRIES =
      "[\"CO\",\"MX\",\"TR\",\"TH\",\"PA\",\"DE\",\"KR\",\"JP\"]";
  private static final String TEXT =
      """
      {"therapy":"allogeneic-msc-knee",
       "patient":{"givenName":"Test%1$s","familyName":"Person%1$s","email":"%1$s-%2$d@example.org",
         "country":"DE","language":"en","birthYear":%3$d},
       "condition":{"joint":"KNEE","side":"LEFT","kellgrenLawrence":3,"painNow":6,"sinceYear":2019,
         "treatmentsTried":["EXERCISE","NSAID"],"heightCm":172,"weightKg":80,"contraindications":[]},
       "wishes":{"clinics":[],"countries":[],"languages":["en"]},
       "consents":[{"purpose":"CONTACT","textVersion":"2026-11"},
         {"purpose":"SHARE_HEALTH_DATA_WITH_CLINICS","textVersion":"2026-11","countries":%4$s}],
       "disclosures":[{"kind":"COMMISSION","textVersion":"2026-11"},
         {"kind":"UNPROVEN_THERAPY","textVersion":"2026-11"},
         {"kind":"NO_LEGAL_BASIS","textVersion":"2026-11","countries":%4$s}],
       "seen":{"article":"allogeneic-msc-knee","articleVersion":1}}
      """;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger count = new AtomicInteger();
  private final URI address;

  Inquiries(String platform) {
    this.address = URI.create(platform + "/api/v1/inquiries");
  }

  /**
   * As fast as they are answered.
   *
   * @return inquiries a second
   */
  double load(int connections, int seconds) {
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    Callable<Integer> untilTheEnd =
        () -> {
          int sent = 0;
          for (; System.nanoTime() < end; sent++) {
            send();
          }
          return sent;
        };
    ExecutorService senders = Executors.newFixedThreadPool(connections);
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        all.add(senders.submit(untilTheEnd));
      }
      int sent = 0;
      for (Future<Integer> each : all) {
        sent += each.get();
      }
      return sent / ((System.nanoTime() - begin) / 1e9);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      senders.shutdownNow();
    }
  }

  /** A steady stream, however slowly it is answered. */
  void stream(double perSecond, int seconds) throws InterruptedException {
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(64);
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < perSecond * seconds; i++) {
      sent.add(clock.schedule(this::send, (long) (i / perSecond * 1e6), TimeUnit.MICROSECONDS));
    }
    try {
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      clock.shutdownNow();
    }
  }

  /**
   * @throws IllegalStateException unless it was accepted
   */
  private void send() {
    int number = count.incrementAndGet();
    String text = TEXT.formatted(word(number), number, 1940 + number % 60, COUNTRIES);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Names must not resemble each other, or they are suspected to be one person. */
  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (long rest = number * 1_000_003L + 17; rest > 0; rest /= 26) {
      word.append((char) ('a' + rest % 26));
    }
    return word.toString();
  }
}
