package health.sojourn.http;

import java.util.List;
import java.util.function.Function;

/**
 * A list's answer. A resource that returns it also sends the {@code Link} header of the next page.
 *
 * @param next the cursor of the next page, or null at the end
 */
public record Page<T>(List<T> items, String next) implements Paged {
  private static final int DEFAULT_LIMIT = 20;
  private static final int LARGEST_LIMIT = 100;

  /** The same page with other items. */
  public <R> Page<R> map(Function<? super T, R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), next);
  }

  /**
   * Reads {@code limit} as the caller sent it: 20 if absent, at most 100.
   *
   * @throws Problem 400 if it is not a number or below 1
   */
  public static int limit(String sent) {
    if (sent == null || sent.isEmpty()) {
      return DEFAULT_LIMIT;
    }
    if (!sent.matches("0*[1-9][0-9]{0,8}")) {
      throw Parameters.invalid("limit", "It must be a number from 1 to " + LARGEST_LIMIT + ".");
    }
    return Math.min(LARGEST_LIMIT, Integer.parseInt(sent));
  }
}
