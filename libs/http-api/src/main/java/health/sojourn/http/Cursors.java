package health.sojourn.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a list goes on: the sort values of the last item shown, so that what is added or removed
 * meanwhile neither repeats nor hides anything. Opaque to callers, not secret: never put into it
 * what they may not see.
 *
 * <pre>{@code
 * record After(Instant at, UUID id) {}
 *
 * int limit = Page.limit(limitParameter);
 * var rows = find(cursors.read(cursorParameter, After.class), limit + 1);
 * return cursors.page(rows, limit, row -> new After(row.at(), row.id()));
 * }</pre>
 */
@Singleton
public class Cursors {
  private static final int LONGEST = 1024;

  private final ObjectMapper json;

  Cursors(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param position a record of the sort values
   */
  public String write(Object position) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(json.writeValueAsBytes(position));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * @param sent as the caller sent it; null or empty at the start of the list
   * @throws Problem 400 if we did not make it
   */
  public <P> Optional<P> read(String sent, Class<P> position) {
    if (sent == null || sent.isEmpty()) {
      return Optional.empty();
    }
    ObjectReader reader =
        json.readerFor(position)
            .with(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    try {
      if (sent.length() <= LONGEST) {
        P read = reader.readValue(Base64.getUrlDecoder().decode(sent));
        if (read != null) {
          return Optional.of(read);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // Not ours; said below.
    }
    throw Problem.badRequest(
        "invalid-cursor", "The cursor is not one of ours. Start again without it.");
  }

  /**
   * @param rows one more than the limit, if there are as many
   * @param position the sort values of a row
   */
  public <T> Page<T> page(List<T> rows, int limit, Function<? super T, ?> position) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), null);
    }
    List<T> shown = List.copyOf(rows.subList(0, limit));
    return new Page<>(shown, write(position.apply(shown.get(limit - 1))));
  }
}
