package health.sojourn.messaging;

import com.fasterxml.jackson.core.type.TypeReference;
import health.sojourn.defaults.ManagementAddresses;
import health.sojourn.messaging.EventTable.Range;
import health.sojourn.messaging.EventTable.Said;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The other services' events, asked for at their management ports: {@code
 * sojourn.management.<producer>}.
 */
@Singleton
class Producers {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final TypeReference<List<Hour>> HOURS = new TypeReference<>() {};
  private static final TypeReference<List<Said>> EVENTS = new TypeReference<>() {};

  private final ManagementAddresses addresses;
  private final Json json;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  Producers(ManagementAddresses addresses, Json json) {
    this.addresses = addresses;
    this.json = json;
  }

  /** What to put into the outbox once more. */
  record Again(String topic, boolean state, Collection<UUID> events) {}

  record Answer(int again) {}

  /** A service is away, or answers something else. It may be there the next time. */
  static class NoAnswer extends RuntimeException {
    NoAnswer(String message) {
      super(message);
    }
  }

  List<Hour> hours(String producer, Range range) {
    return json.read(get(producer, "/q/events/hours", range), HOURS);
  }

  List<Said> all(String producer, Range range) {
    return json.read(get(producer, "/q/events", range), EVENTS);
  }

  List<Said> latest(String producer, Range range) {
    return json.read(get(producer, "/q/events/latest", range), EVENTS);
  }

  int sayAgain(String producer, Again again) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(producer, "/q/events/again"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.write(again)));
    return json.read(send(producer, request), Answer.class).again();
  }

  private String get(String producer, String path, Range range) {
    String query =
        "?topic=%s&types=%s&from=%s&until=%s"
            .formatted(
                encoded(range.topic()),
                encoded(String.join(",", range.types())),
                encoded(range.from().toString()),
                encoded(range.until().toString()));
    return send(producer, HttpRequest.newBuilder(address(producer, path + query)).GET());
  }

  private URI address(String producer, String path) {
    URI base = addresses.byName().get(producer);
    if (base == null) {
      throw new NoAnswer("Nobody says where it is: set sojourn.management." + producer);
    }
    return URI.create(base + path);
  }

  private String send(String producer, HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new NoAnswer(
            "%s answered %d to %s"
                .formatted(producer, answer.statusCode(), answer.request().uri().getPath()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new NoAnswer(producer + " is away: " + Failure.reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("Interrupted while " + producer + " was asked");
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
