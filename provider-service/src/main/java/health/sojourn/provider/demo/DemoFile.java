package health.sojourn.provider.demo;

import health.sojourn.provider.directory.Place;
import health.sojourn.provider.directory.WorkingHours;
import health.sojourn.provider.offer.Inclusion;
import health.sojourn.provider.verification.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The shape of {@code demo/clinics.json}. */
record DemoFile(List<DemoClinic> clinics) {

  /**
   * @param answers hours it took to answer, for the measured answer time
   */
  record DemoClinic(
      String slug,
      String name,
      Place place,
      String ownWords,
      DemoSuspension suspended,
      DemoCapacity capacity,
      DemoCommission commission,
      List<BigDecimal> answers,
      Map<String, DemoFact> facts,
      DemoOffer offer) {}

  record DemoSuspension(LocalDate on, String because) {}

  record DemoCapacity(
      int openLeads, boolean paused, List<LocalDate> holidays, List<WorkingHours> workingHours) {}

  record DemoCommission(BigDecimal from, BigDecimal to, LocalDate agreedOn) {}

  record DemoOffer(String therapy, Inclusion inclusion, Map<String, DemoFact> facts) {}

  record DemoFact(
      List<String> value,
      String unit,
      String source,
      Level level,
      LocalDate checkedAt,
      String checkedBy,
      LocalDate validTo) {}
}
