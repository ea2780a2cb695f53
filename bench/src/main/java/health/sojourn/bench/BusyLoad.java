package health.sojourn.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** So many senders, each of whom asks the next question when the last is answered. */
final class BusyLoad {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int senders;

  BusyLoad(int senders) {
    this.senders = senders;
  }

  /**
   * Answers a second.
   *
   * @throws IllegalStateException if any answer was not a success
   */
  double run(int seconds, Supplier<String> urls) {
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    try {
      List<CompletableFuture<Integer>> answered = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        answered.add(CompletableFuture.supplyAsync(() -> ask(end, urls), threads));
      }
      int answers = answered.stream().mapToInt(CompletableFuture::join).sum();
      return answers * 1e9 / (System.nanoTime() - begin);
    } finally {
      threads.shutdownNow();
    }
  }

  private int ask(long end, Supplier<String> urls) {
    int answers = 0;
    while (System.nanoTime() < end) {
      String url;
      synchronized (urls) {
        url = urls.get();
      }
      try {
        int status =
            client
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray())
                .statusCode();
        if (status != 200) {
          throw new IllegalStateException(url + " answers " + status);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      answers++;
    }
    return answers;
  }
}
