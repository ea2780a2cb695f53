package health.sojourn.provider.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One attribute of a clinic or an offer, with who says so and how well it was checked.
 *
 * @param value one entry, or several for a list; never empty, an unknown fact is {@link #UNKNOWN}
 * @param unit such as {@code USD} or {@code million cells}; null without one
 * @param source who or what says so
 * @param level as it was given; {@link #levelOn} is what it is worth on a day
 * @param checkedAt null while nobody checked
 * @param checkedBy null while nobody checked
 * @param validTo the last day on which it holds; null without an end
 */
@Embeddable
public record Fact(
    @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "value") List<String> value,
    String unit,
    String source,
    @Enumerated(EnumType.STRING) Level level,
    LocalDate checkedAt,
    String checkedBy,
    LocalDate validTo) {

  /** What stands in the place of a fact that nobody stated. */
  public static final Fact UNKNOWN =
      new Fact(List.of(), null, null, Level.SELF_DECLARED, null, null, null);

  /** What somebody says of himself, without an end. */
  public static Fact ownWord(String value) {
    return new Fact(
        List.of(value),
        null,
        CheckMethod.SELF_DECLARED.source(),
        Level.SELF_DECLARED,
        null,
        null,
        null);
  }

  public boolean isKnown() {
    return !value.isEmpty();
  }

  public boolean isExpiredOn(LocalDate day) {
    return validTo != null && validTo.isBefore(day);
  }

  /** An expired fact loses its level by itself; nobody has to remember to take it away. */
  public Level levelOn(LocalDate day) {
    return isExpiredOn(day) ? Level.FAILED_OR_EXPIRED : level;
  }

  public boolean isCheckedOn(LocalDate day) {
    return isKnown() && levelOn(day).isChecked();
  }
}
