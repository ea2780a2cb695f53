package health.sojourn.provider.verification;

import java.util.ArrayList;
import java.util.List;

/**
 * What a clinic or an offer stated anew since it was read. The aggregate writes it, {@link
 * FactHistory} keeps it: a fact can't change without history.
 */
public final class Statements {
  private final List<Statement> unkept = new ArrayList<>();

  /**
   * @param fact what holds now; {@link Fact#UNKNOWN} if it is no longer stated
   */
  public record Statement(FactName name, Fact fact) {}

  public void add(FactName name, Fact before, Fact fact) {
    if (!fact.equals(before)) {
      unkept.add(new Statement(name, fact));
    }
  }

  /** Hands them over, once. */
  public List<Statement> take() {
    List<Statement> taken = List.copyOf(unkept);
    unkept.clear();
    return taken;
  }
}
