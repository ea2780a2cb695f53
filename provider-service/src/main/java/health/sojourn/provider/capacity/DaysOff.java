package health.sojourn.provider.capacity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Days off in a row, the first and the last included. */
record DaysOff(LocalDate from, LocalDate to) {

  /** As few as there can be. */
  static List<DaysOff> of(Collection<LocalDate> days) {
    List<DaysOff> rows = new ArrayList<>();
    for (LocalDate day : new TreeSet<>(days)) {
      DaysOff before = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      if (before != null && before.to.plusDays(1).equals(day)) {
        rows.set(rows.size() - 1, new DaysOff(before.from, day));
      } else {
        rows.add(new DaysOff(day, day));
      }
    }
    return rows;
  }

  /** What {@link #value} wrote; empty for anything else. */
  static Optional<DaysOff> parse(String value) {
    String[] ends = value.split("/", -1);
    try {
      var row = new DaysOff(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
      return row.from.isAfter(row.to) ? Optional.empty() : Optional.of(row);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  String value() {
    return from + "/" + to;
  }

  Stream<LocalDate> days() {
    return from.datesUntil(to.plusDays(1));
  }
}
