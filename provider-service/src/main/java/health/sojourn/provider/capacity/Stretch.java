package health.sojourn.provider.capacity;

import com.fasterxml.jackson.annotation.JsonFormat;
import health.sojourn.provider.directory.WorkingHours;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Hours in a row on a day of the week, as somebody wrote them: not checked yet. */
@Schema(name = "CapacityHours")
record Stretch(
    @NotNull(message = "Name the day of the week") DayOfWeek day,
    @NotNull(message = "Write when it begins, such as 08:00")
        @JsonFormat(pattern = "HH:mm")
        @Schema(examples = "08:00", maxLength = 5)
        LocalTime from,
    @NotNull(message = "Write when it ends, such as 17:00")
        @JsonFormat(pattern = "HH:mm")
        @Schema(examples = "17:00", maxLength = 5)
        LocalTime to) {

  static final Comparator<Stretch> IN_ORDER =
      Comparator.comparing(Stretch::day).thenComparing(Stretch::from);

  static Stretch of(WorkingHours hours) {
    return new Stretch(hours.day(), hours.from(), hours.to());
  }

  boolean overlaps(Stretch other) {
    return day == other.day && from.isBefore(other.to) && other.from.isBefore(to);
  }
}
