package health.sojourn.provider.search;

import static java.util.Objects.requireNonNull;

import health.sojourn.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Where a page ended: a place in the order and a clinic, so that clinics added meanwhile move
 * nothing.
 *
 * @param rank as {@link Catalogue} ranks, the best first
 * @param seal tells a position in this question's list from one of another or one that was altered
 */
record Position(long rank, String slug, long seal) {

  Position {
    requireNonNull(slug);
  }

  static Position of(long rank, String slug, ClinicFilter filter) {
    return new Position(rank, slug, seal(rank, slug, filter));
  }

  /**
   * @throws Problem 400 if it belongs to another question
   */
  void mustBelongTo(ClinicFilter filter) {
    if (seal != seal(rank, slug, filter)) {
      throw Problem.badRequest(
          "invalid-cursor", "The cursor belongs to other filters. Start again without it.");
    }
  }

  private static long seal(long rank, String slug, ClinicFilter filter) {
    CRC32 sum = new CRC32();
    sum.update((rank + slug + filter.question()).getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
