package health.sojourn.inquiry.quote;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.defaults.ManagementAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reads quotes from the provider-service, at the port that is never published. Nothing is kept
 * here: it is asked when somebody opens a page.
 */
@ApplicationScoped
public class ProviderQuotes {
  private static final Logger LOG = Logger.getLogger(ProviderQuotes.class);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private final ManagementAddresses addresses;
  private final ObjectMapper json;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  ProviderQuotes(ManagementAddresses addresses, ObjectMapper json) {
    this.addresses = addresses;
    this.json = json;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(List<QuoteDetails> items) {
    Answer {
      items = items == null ? List.of() : List.copyOf(items);
    }
  }

  /** Every version for a lead, newest first; empty while they can't be read. */
  List<QuoteDetails> of(UUID leadId) {
    URI address =
        URI.create(addresses.byName().get("provider") + "/internal/v1/leads/" + leadId + "/quotes");
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(address).timeout(ANSWER).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        return json.readValue(answer.body(), Answer.class).items();
      }
      LOG.warnf("The quotes of lead %s were answered with %d", leadId, answer.statusCode());
    } catch (IOException e) {
      LOG.warnf("The quotes of lead %s can't be read: %s", leadId, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }
}
