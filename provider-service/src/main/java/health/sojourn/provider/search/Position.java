package health.sojourn.provider.search;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** Where a page ended: a score and a slug, so that a clinic added meanwhile moves nothing. */
record Position(BigDecimal score, String slug) {

  Position {
    requireNonNull(score);
    requireNonNull(slug);
  }

  boolean isBefore(Position other) {
    int byScore = score.compareTo(other.score);
    return byScore > 0 || byScore == 0 && slug.compareTo(other.slug) < 0;
  }
}
