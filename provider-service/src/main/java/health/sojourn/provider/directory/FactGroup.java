package health.sojourn.provider.directory;

import static health.sojourn.provider.verification.FactName.ACCREDITATIONS;
import static health.sojourn.provider.verification.FactName.ACCREDITATION_NUMBER;
import static health.sojourn.provider.verification.FactName.ACCREDITATION_SCOPE;
import static health.sojourn.provider.verification.FactName.AIRPORTS;
import static health.sojourn.provider.verification.FactName.ANAESTHESIA;
import static health.sojourn.provider.verification.FactName.BATCH_CERTIFICATE;
import static health.sojourn.provider.verification.FactName.CELL_SOURCE;
import static health.sojourn.provider.verification.FactName.COMPLICATION_PLAN;
import static health.sojourn.provider.verification.FactName.DEPOSIT;
import static health.sojourn.provider.verification.FactName.DOCTOR_LICENCE;
import static health.sojourn.provider.verification.FactName.DOCTOR_REGISTER;
import static health.sojourn.provider.verification.FactName.DOSE_MAX;
import static health.sojourn.provider.verification.FactName.DOSE_MIN;
import static health.sojourn.provider.verification.FactName.DOSE_PER;
import static health.sojourn.provider.verification.FactName.FOLLOW_UP_VISITS;
import static health.sojourn.provider.verification.FactName.GMP_CERTIFICATE;
import static health.sojourn.provider.verification.FactName.IMAGING_GUIDANCE;
import static health.sojourn.provider.verification.FactName.LANGUAGES;
import static health.sojourn.provider.verification.FactName.LEAD_DOCTOR;
import static health.sojourn.provider.verification.FactName.LEGAL_AUTHORITY;
import static health.sojourn.provider.verification.FactName.LEGAL_BASIS;
import static health.sojourn.provider.verification.FactName.LEGAL_DATE;
import static health.sojourn.provider.verification.FactName.LEGAL_NUMBER;
import static health.sojourn.provider.verification.FactName.LICENCE;
import static health.sojourn.provider.verification.FactName.LICENCE_AUTHORITY;
import static health.sojourn.provider.verification.FactName.MANUFACTURER;
import static health.sojourn.provider.verification.FactName.OUTCOME_MEASURES;
import static health.sojourn.provider.verification.FactName.PASSAGE;
import static health.sojourn.provider.verification.FactName.PRICE_EXCLUDED;
import static health.sojourn.provider.verification.FactName.PRICE_INCLUDED;
import static health.sojourn.provider.verification.FactName.PRICE_MAX;
import static health.sojourn.provider.verification.FactName.PRICE_MIN;
import static health.sojourn.provider.verification.FactName.REFUND_RULE;
import static health.sojourn.provider.verification.FactName.RELEASE_TESTS;
import static health.sojourn.provider.verification.FactName.SESSIONS;
import static health.sojourn.provider.verification.FactName.STAY_NIGHTS;
import static health.sojourn.provider.verification.FactName.STORAGE;
import static health.sojourn.provider.verification.FactName.VIABILITY;
import static health.sojourn.provider.verification.FactName.VIABILITY_AFTER_THAWING;

import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactView;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Facts that are read together. */
enum FactGroup {
  LICENSING(LICENCE, LICENCE_AUTHORITY, LEAD_DOCTOR, DOCTOR_LICENCE, DOCTOR_REGISTER),
  ACCREDITATION(ACCREDITATIONS, ACCREDITATION_NUMBER, ACCREDITATION_SCOPE),
  BEING_THERE(LANGUAGES, AIRPORTS, COMPLICATION_PLAN),
  PERMIT(LEGAL_BASIS, LEGAL_AUTHORITY, LEGAL_NUMBER, LEGAL_DATE),
  CELLS(
      CELL_SOURCE,
      DOSE_MIN,
      DOSE_MAX,
      DOSE_PER,
      PASSAGE,
      STORAGE,
      VIABILITY,
      VIABILITY_AFTER_THAWING,
      RELEASE_TESTS,
      BATCH_CERTIFICATE,
      MANUFACTURER,
      GMP_CERTIFICATE),
  TREATMENT(
      SESSIONS, IMAGING_GUIDANCE, ANAESTHESIA, STAY_NIGHTS, FOLLOW_UP_VISITS, OUTCOME_MEASURES),
  PRICE(PRICE_MIN, PRICE_MAX, PRICE_INCLUDED, PRICE_EXCLUDED, DEPOSIT, REFUND_RULE);

  private final Set<FactName> names;

  FactGroup(FactName... names) {
    this.names = Set.of(names);
  }

  boolean holds(FactName name) {
    return names.contains(name);
  }

  /** The facts of one group, in the order in which they came. */
  record Section(FactGroup group, List<FactView> facts) {}

  /** Only groups that have some. */
  static List<Section> sections(List<FactView> facts) {
    return Arrays.stream(values())
        .map(
            group ->
                new Section(group, facts.stream().filter(it -> group.holds(it.key())).toList()))
        .filter(it -> !it.facts().isEmpty())
        .toList();
  }
}
