package health.sojourn.provider.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import health.sojourn.defaults.Ids;
import health.sojourn.provider.commission.CommissionAgreement;
import health.sojourn.provider.directory.Clinic;
import java.math.BigDecimal;
import java.util.List;

/** The demo clinics without a database, for tests of rules. */
public final class DemoData {
  private static final DemoFile FILE =
      DemoClinics.read(JsonMapper.builder().findAndAddModules().build());

  private DemoData() {}

  public static List<Clinic> clinics() {
    return FILE.clinics().stream().map(it -> DemoClinics.clinic(it, new Ids())).toList();
  }

  public static Clinic clinic(String slug) {
    return clinics().stream().filter(it -> it.slug().equals(slug)).findFirst().orElseThrow();
  }

  /** The published band, or null. */
  public static String band(String slug) {
    CommissionAgreement agreement = DemoClinics.agreement(demo(slug));
    return agreement == null ? null : agreement.band();
  }

  public static List<BigDecimal> answers(String slug) {
    return demo(slug).answers();
  }

  private static DemoFile.DemoClinic demo(String slug) {
    return FILE.clinics().stream().filter(it -> it.slug().equals(slug)).findFirst().orElseThrow();
  }
}
