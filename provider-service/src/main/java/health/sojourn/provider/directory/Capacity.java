package health.sojourn.provider.directory;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.annotations.SortNatural;

/**
 * How much a clinic can take, and when, in days and hours of its own time zone. The router obeys
 * it; this service only keeps it.
 */
@Embeddable
public class Capacity {
  /** How many leads may be open at once. */
  @Column(name = "open_leads")
  public int openLeads;

  /** How many new leads may come in a week from Monday to Sunday; null for no limit. */
  @Column(name = "weekly_leads")
  public Integer weeklyLeads;

  /** A pause the clinic asked for: it stays listed and gets no new leads. */
  public boolean paused;

  /** The last day of the pause; null while it has no end. */
  @Column(name = "paused_until")
  public LocalDate pausedUntil;

  @ElementCollection
  @CollectionTable(name = "holiday", joinColumns = @JoinColumn(name = "clinic_slug"))
  @Column(name = "day")
  @SortNatural
  public SortedSet<LocalDate> holidays = new TreeSet<>();

  @ElementCollection
  @CollectionTable(name = "working_hours", joinColumns = @JoinColumn(name = "clinic_slug"))
  @OrderBy("from")
  public List<WorkingHours> workingHours = new ArrayList<>();

  public boolean isPausedOn(LocalDate day) {
    return paused && (pausedUntil == null || !day.isAfter(pausedUntil));
  }

  /** The day after which it takes leads again by itself. */
  public Optional<LocalDate> lastPausedDayFrom(LocalDate day) {
    return isPausedOn(day) ? Optional.ofNullable(pausedUntil) : Optional.empty();
  }

  void become(Capacity other) {
    openLeads = other.openLeads;
    weeklyLeads = other.weeklyLeads;
    paused = other.paused;
    pausedUntil = other.pausedUntil;
    holidays.clear();
    holidays.addAll(other.holidays);
    workingHours.clear();
    workingHours.addAll(other.workingHours);
  }
}
