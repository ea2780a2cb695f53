package health.sojourn.provider.leadinbox;

import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.people.SignedInClinic;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Frames the pages of the clinic's desk; for templates elsewhere {@code cdi:clinicDesk}. */
@Named("clinicDesk")
@RequestScoped
public class DeskFrames {
  @Inject SignedInClinic signedIn;
  @Inject LeadInbox inbox;
  @Inject Clinics clinics;
  @Inject Clock clock;

  public DeskFrame current() {
    String slug = signedIn.slug();
    var clinic = clinics.get(slug);
    String zone = clinic.place().timeZone();
    return new DeskFrame(
        clinic.name(),
        slug,
        zone,
        LocalDate.ofInstant(clock.instant(), ZoneId.of(zone)),
        inbox.waitingFor(slug));
  }
}
