package health.sojourn.http;

import java.util.List;

/**
 * A list's answer.
 *
 * @param next the cursor of the next page, or null at the end
 */
public record Page<T>(List<T> items, String next) {}
