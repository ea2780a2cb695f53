package health.sojourn.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * So many requests a second, whether or not earlier ones were answered. Each takes from the time at
 * which it should have been sent, so that one slow answer also counts for those behind it.
 */
final class SteadyLoad {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Milliseconds of each request.
   *
   * @throws IllegalStateException if any answer was not a success
   */
  Series run(int perSecond, int seconds, Supplier<String> urls) {
    long pause = 1_000_000_000L / perSecond;
    long begin = System.nanoTime();
    List<CompletableFuture<Double>> answers = new ArrayList<>();
    for (int i = 0; i < perSecond * seconds; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(urls.get())).timeout(PATIENCE).build();
      long due = begin + i * pause;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      answers.add(
          client
              .sendAsync(request, BodyHandlers.ofByteArray())
              .thenApply(
                  answer -> {
                    if (answer.statusCode() != 200) {
                      throw new IllegalStateException(
                          request.uri() + " answers " + answer.statusCode());
                    }
                    return (System.nanoTime() - due) / 1e6;
                  }));
    }
    try {
      return new Series(answers.stream().map(CompletableFuture::join).toList());
    } catch (CompletionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
