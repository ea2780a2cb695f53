package health.sojourn.provider.leadinbox;

import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.people.SignedInClinic;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Frames the pages of the clinic's desk; {@code cdi:clinicDesk} for its rail, and for templates
 * elsewhere.
 */
@Named("clinicDesk")
@RequestScoped
public class DeskFrames {
  @Inject SignedInClinic signedIn;
  @Inject LeadInbox inbox;
  @Inject Clinics clinics;
  @Inject Clock clock;

  private InboxCounts counts;

  public DeskFrame current() {
    String slug = signedIn.slug();
    var clinic = clinics.get(slug);
    String zone = clinic.place().timeZone();
    return new DeskFrame(
        clinic.name(),
        slug,
        zone,
        LocalDate.ofInstant(clock.instant(), ZoneId.of(zone)),
        counts().waiting());
  }

  public long count(String filter) {
    return counts().of(InboxFilter.valueOf(filter));
  }

  private InboxCounts counts() {
    if (counts == null) {
      counts = inbox.countsOf(signedIn.slug());
    }
    return counts;
  }
}
