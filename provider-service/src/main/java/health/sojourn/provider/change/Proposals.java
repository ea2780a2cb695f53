package health.sojourn.provider.change;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.provider.evidence.EvidenceFiles;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.FactName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads what was sent about a fact, and names all that is wrong with it at once. */
@ApplicationScoped
class Proposals {
  static final int MOST_FILES = 5;
  static final int LONGEST_NOTE = 1000;

  @Inject EvidenceFiles files;
  @Inject Clock clock;

  /**
   * @throws Problem 422
   */
  Proposal read(Attribute attribute, Typed typed) {
    List<FieldError> errors = new ArrayList<>();
    FactName name = attribute.name();
    List<String> value = typed.gone() ? List.of() : ValueRules.tidy(name, typed.value());
    if (value.isEmpty() && !typed.gone()) {
      errors.add(new FieldError("/value", "required", "Write what the clinic states"));
    } else {
      ValueRules.error(name, value).ifPresent(errors::add);
    }
    String unit = value.isEmpty() ? null : ValueRules.unit(name, blankToNull(typed.unit()));
    if (!value.isEmpty()) {
      ValueRules.unitError(name, unit).ifPresent(errors::add);
    }
    LocalDate validTo = typed.gone() ? null : lastDay(typed.validTo(), errors);
    String note = blankToNull(typed.note());
    if (note != null && note.length() > LONGEST_NOTE) {
      errors.add(
          new FieldError("/note", "wrong-length", "Write at most " + LONGEST_NOTE + " characters"));
    }
    List<UUID> evidence = typed.evidence().stream().distinct().toList();
    checkFiles(attribute.clinic(), evidence, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Proposal(value, unit, validTo, note, evidence);
  }

  private LocalDate lastDay(String typed, List<FieldError> errors) {
    if (blankToNull(typed) == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      if (day.isBefore(LocalDate.now(clock))) {
        errors.add(new FieldError("/validTo", "in-the-past", "That day has passed already"));
      }
      return day;
    } catch (DateTimeException e) {
      errors.add(new FieldError("/validTo", "not-a-date", "Write the date as 2026-11-30"));
      return null;
    }
  }

  private void checkFiles(String clinic, List<UUID> evidence, List<FieldError> errors) {
    if (evidence.size() > MOST_FILES) {
      errors.add(new FieldError("/evidence", "too-many", "Name at most " + MOST_FILES + " files"));
    } else if (files.all(clinic, evidence).size() < evidence.size()) {
      errors.add(
          new FieldError(
              "/evidence", "evidence-not-found", "Upload the file first, then name its id"));
    }
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
