package health.sojourn.content.article;

import java.util.List;

/** The publishing gate refused a version, for all of these reasons. */
public class NotPublishable extends RuntimeException {
  private final List<Objection> objections;

  public NotPublishable(List<Objection> objections) {
    super(objections.size() + " objections: " + objections);
    this.objections = List.copyOf(objections);
  }

  public List<Objection> objections() {
    return objections;
  }
}
