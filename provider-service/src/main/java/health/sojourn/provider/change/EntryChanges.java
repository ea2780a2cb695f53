package health.sojourn.provider.change;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.provider.change.ClinicEntryResource.Entry;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.Author;
import health.sojourn.provider.verification.FactName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes drafts of the parts of an entry that differ from what is published, all or none. */
@ApplicationScoped
class EntryChanges {
  private static final Map<FactName, String> POINTERS =
      Map.of(
          FactName.NAME, "/name",
          FactName.CITY, "/city",
          FactName.TIME_ZONE, "/timeZone",
          FactName.LATITUDE, "/location/latitude",
          FactName.LONGITUDE, "/location/longitude",
          FactName.OWN_WORDS, "/ownWords");

  @Inject Clinics clinics;
  @Inject Changes changes;
  @Inject Proposals proposals;

  /**
   * @return the names of the parts that wait for a check by it
   * @throws Problem 409 where somebody else's draft waits; 422
   */
  @Transactional
  List<String> propose(String slug, Entry entry, Author author) {
    clinics.hold(slug);
    List<FieldError> wrong = new ArrayList<>();
    List<FieldError> others = new ArrayList<>();
    List<String> proposed = new ArrayList<>();
    parts(entry)
        .forEach(
            (name, value) -> {
              FactState now = changes.state(new Attribute(slug, null, name));
              if (isAsPublished(now, value)) {
                return;
              }
              if (now.waiting() != null && !now.waiting().author().id().equals(author.id())) {
                others.add(new FieldError(POINTERS.get(name), "change-waiting", waits(now)));
                return;
              }
              try {
                Proposal proposal = proposals.read(now.attribute(), typed(value));
                changes.propose(
                    now.attribute(), proposal, author, "\"" + now.tag().getValue() + "\"");
                proposed.add(name.apiName());
              } catch (Problem problem) {
                problem.errors().forEach(it -> wrong.add(at(POINTERS.get(name), it)));
              }
            });
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong);
    }
    if (!others.isEmpty()) {
      throw new Problem(409, "change-waiting", "Somebody else's draft waits for a check.", others);
    }
    return proposed;
  }

  private static Map<FactName, List<String>> parts(Entry entry) {
    Map<FactName, List<String>> parts = new EnumMap<>(FactName.class);
    parts.put(FactName.NAME, List.of(entry.name()));
    parts.put(FactName.CITY, List.of(entry.city()));
    parts.put(FactName.TIME_ZONE, List.of(entry.timeZone()));
    parts.put(FactName.LATITUDE, List.of(degrees(entry.location().latitude())));
    parts.put(FactName.LONGITUDE, List.of(degrees(entry.location().longitude())));
    boolean silent = entry.ownWords() == null || entry.ownWords().isBlank();
    parts.put(FactName.OWN_WORDS, silent ? List.of() : List.of(entry.ownWords()));
    return parts;
  }

  private static String degrees(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }

  private static boolean isAsPublished(FactState now, List<String> value) {
    return ValueRules.tidy(now.attribute().name(), value).equals(now.published().value());
  }

  private static Typed typed(List<String> value) {
    return new Typed(value, value.isEmpty(), null, null, null, List.of());
  }

  private static String waits(FactState now) {
    return "Somebody else's draft waits. Read it at /api/v1/clinics/"
        + now.attribute().clinic()
        + now.attribute().path()
        + " and change it there";
  }

  private static FieldError at(String pointer, FieldError error) {
    return new FieldError(pointer, error.code(), error.detail());
  }
}
