package health.sojourn.provider.verification;

import health.sojourn.provider.verification.FactName.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the facts of one clinic or one offer; an attribute nobody stated is there as unknown. */
public final class Facts {
  private final Subject subject;
  private final Map<FactName, Fact> stated;

  public Facts(Subject subject, Map<FactName, Fact> stated) {
    this.subject = subject;
    this.stated = stated;
  }

  public Fact get(FactName name) {
    return stated.getOrDefault(name, Fact.UNKNOWN);
  }

  public Optional<String> text(FactName name) {
    return get(name).value().stream().findFirst();
  }

  public Optional<BigDecimal> number(FactName name) {
    return text(name).map(BigDecimal::new);
  }

  public List<String> list(FactName name) {
    return get(name).value();
  }

  /** The constant a fact names, or the one that stands for unknown. */
  public <E extends Enum<E>> E code(FactName name, E unknown) {
    return text(name).map(it -> Enum.valueOf(unknown.getDeclaringClass(), it)).orElse(unknown);
  }

  public Checked checkedOn(LocalDate day) {
    List<FactName> names = FactName.publicOnes(subject);
    long checked = names.stream().filter(it -> get(it).isCheckedOn(day)).count();
    return new Checked(names.size(), (int) checked);
  }

  /** The day after which the next fact that holds today will have lost its level. */
  public Optional<LocalDate> nextExpiryFrom(LocalDate day) {
    return expiries().filter(it -> !it.isBefore(day)).min(Comparator.naturalOrder());
  }

  private Stream<LocalDate> expiries() {
    return stated.values().stream().map(Fact::validTo).flatMap(Stream::ofNullable);
  }
}
