package health.sojourn.provider.capacity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.annotations.SortNatural;

/** How much a clinic can take, and when. The router obeys it; this service only keeps it. */
@Embeddable
public class Capacity {
  /** How many leads may be open at once. */
  @Column(name = "open_leads")
  public int openLeads;

  /** A pause the clinic asked for: it stays listed and gets no new leads. */
  public boolean paused;

  @ElementCollection
  @CollectionTable(name = "holiday", joinColumns = @JoinColumn(name = "clinic_slug"))
  @Column(name = "day")
  @SortNatural
  public SortedSet<LocalDate> holidays = new TreeSet<>();

  @ElementCollection
  @CollectionTable(name = "working_hours", joinColumns = @JoinColumn(name = "clinic_slug"))
  @OrderBy("from")
  public List<WorkingHours> workingHours = new ArrayList<>();
}
