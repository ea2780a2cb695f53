package health.sojourn.provider.capacity;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A day's working hours as people write them: {@code 08:00–12:00, 14:00–18:00}, or nothing. */
final class HoursText {
  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,;/]|\\band\\b|\\by\\b)\\s*");
  private static final String TIME = "(\\d{1,2})(?:[:.h](\\d{2}))?h?";
  private static final Pattern STRETCH =
      Pattern.compile(TIME + "\\s*(?:[-–—]|\\bto\\b|\\ba\\b)\\s*" + TIME);

  private HoursText() {}

  static String of(DayOfWeek day, Collection<Stretch> week) {
    return week.stream()
        .filter(it -> it.day() == day)
        .sorted(Stretch.IN_ORDER)
        .map(it -> it.from() + "–" + it.to())
        .collect(Collectors.joining(", "));
  }

  /** Empty where it can't be read. */
  static Optional<List<Stretch>> read(DayOfWeek day, String text) {
    List<Stretch> read = new ArrayList<>();
    if (text == null || text.isBlank()) {
      return Optional.of(read);
    }
    for (String part : BETWEEN.split(text.strip())) {
      Matcher stretch = STRETCH.matcher(part.strip());
      if (!stretch.matches()) {
        return Optional.empty();
      }
      Optional<LocalTime> from = time(stretch.group(1), stretch.group(2));
      Optional<LocalTime> to = time(stretch.group(3), stretch.group(4));
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      read.add(new Stretch(day, from.get(), to.get()));
    }
    return Optional.of(read);
  }

  private static Optional<LocalTime> time(String hour, String minute) {
    int hours = Integer.parseInt(hour);
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    return hours > 23 || minutes > 59
        ? Optional.empty()
        : Optional.of(LocalTime.of(hours, minutes));
  }
}
