package health.sojourn.provider.verification;

import static health.sojourn.provider.verification.Level.CHECKED_WITH_ISSUER;
import static health.sojourn.provider.verification.Level.CONFIRMED_OR_VISITED;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How somebody looked at a fact, and which levels that can give. */
public enum CheckMethod {
  /** Nobody looked further: it is the clinic's word. */
  SELF_DECLARED("the clinic", Level.SELF_DECLARED),
  /** A document the clinic uploaded was read; nobody compared it with its issuer. */
  DOCUMENT("a document the clinic sent", Level.DOCUMENT_UPLOADED),
  /** Compared with the issuer's site, or confirmed by the issuer. */
  ISSUER_SITE("the issuer, on request", CHECKED_WITH_ISSUER, CONFIRMED_OR_VISITED),
  VISIT("our visit", CONFIRMED_OR_VISITED);

  private final String source;
  private final Set<Level> levels;

  CheckMethod(String source, Level... levels) {
    this.source = source;
    this.levels = Set.of(levels);
  }

  /** Who then says so, as facts keep it. */
  public String source() {
    return source;
  }

  public boolean gives(Level level) {
    return levels.contains(level);
  }

  /** From the lowest. */
  public List<Level> levels() {
    return Arrays.stream(Level.values()).filter(levels::contains).toList();
  }
}
