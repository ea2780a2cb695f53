package health.sojourn.provider.directory;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.LocalTime;

/** When somebody is there to answer, in the clinic's own time zone. */
@Embeddable
public record WorkingHours(
    @Enumerated(EnumType.STRING) @Column(name = "weekday") DayOfWeek day,
    @Column(name = "opens") @JsonFormat(pattern = "HH:mm") LocalTime from,
    @Column(name = "closes") @JsonFormat(pattern = "HH:mm") LocalTime to) {

  public WorkingHours {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A working day ends after it begins");
    }
  }
}
