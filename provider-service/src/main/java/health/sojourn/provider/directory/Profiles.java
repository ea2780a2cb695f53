package health.sojourn.provider.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Reads a whole profile in one transaction, as of today. */
@ApplicationScoped
public class Profiles {
  @Inject Clinics clinics;
  @Inject AnswerTimes answerTimes;
  @Inject Clock clock;

  @Transactional
  public ClinicProfile get(String slug) {
    return ClinicProfile.of(
        clinics.get(slug),
        clinics.commissionBand(slug).orElse(null),
        answerTimes.median(slug).orElse(null),
        clock.instant());
  }

  @Transactional
  Place place(String slug) {
    return clinics.get(slug).place();
  }
}
