package health.sojourn.inquiry.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.sojourn.inquiry.directory.Clinic;
import health.sojourn.inquiry.directory.Listing;
import health.sojourn.inquiry.intake.InquiryCase;
import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Clinics and cases for the tests of the rules. */
final class Samples {
  static final String THERAPY = "allogeneic-msc-knee";

  /** A Monday morning in Bogotá. */
  static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  private Samples() {}

  static RuleSet rules() {
    return rules(json -> {});
  }

  static RuleSet rules(Consumer<ObjectNode> change) {
    return read("/routing/rule-set.json", change, RuleSet.class);
  }

  static Router router() {
    return router(rules());
  }

  static Router router(RuleSet rules) {
    return new Router(rules, Rates.shipped(), Distances.shipped());
  }

  /** A clinic in Bogotá with everything known, open on weekdays. */
  static Candidate clinic(String slug, Consumer<ObjectNode> change) {
    return busyClinic(slug, 0, null, change);
  }

  static Candidate clinic(String slug) {
    return clinic(slug, json -> {});
  }

  static Candidate busyClinic(
      String slug, int openLeads, Instant lastOfferedAt, Consumer<ObjectNode> change) {
    ObjectNode json = read("/routing/clinic.json", node -> {}, ObjectNode.class);
    json.put("slug", slug).put("name", "Clinic " + slug);
    change.accept(json);
    return candidate(json, openLeads, lastOfferedAt);
  }

  /** One that takes so many new inquiries a week and has got some. */
  static Candidate clinicWithAWeek(int weeklyLeads, int leadsThisWeek) {
    ObjectNode json = read("/routing/clinic.json", node -> {}, ObjectNode.class);
    capacity(json).put("weeklyLeads", weeklyLeads);
    return candidate(json, 0, leadsThisWeek, null);
  }

  static Candidate candidate(ObjectNode json, int openLeads, Instant lastOfferedAt) {
    return candidate(json, openLeads, 0, lastOfferedAt);
  }

  private static Candidate candidate(
      ObjectNode json, int openLeads, int leadsThisWeek, Instant lastOfferedAt) {
    Clinic clinic = JSON.convertValue(json, Clinic.class);
    Listing listing = new Listing(clinic, clinic.hours(), Integer.toHexString(clinic.hashCode()));
    return Candidate.of(listing, THERAPY, openLeads, leadsThisWeek, lastOfferedAt).orElseThrow();
  }

  static ObjectNode offer(ObjectNode clinic) {
    return (ObjectNode) clinic.get("offers").get(0);
  }

  static ObjectNode inclusion(ObjectNode clinic) {
    return (ObjectNode) offer(clinic).get("inclusion");
  }

  static ObjectNode capacity(ObjectNode clinic) {
    return (ObjectNode) clinic.get("capacity");
  }

  static CaseBuilder aCase() {
    return new CaseBuilder();
  }

  private static <T> T read(String resource, Consumer<ObjectNode> change, Class<T> type) {
    try (var in = Samples.class.getResourceAsStream(resource)) {
      ObjectNode json = (ObjectNode) JSON.readTree(in);
      change.accept(json);
      return JSON.treeToValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A German with a knee of grade 2 who lets clinics in Colombia read the case. */
  static final class CaseBuilder {
    private Integer grade = 2;
    private int birthYear = 1961;
    private int weightKg = 70;
    private List<String> contraindications = List.of();
    private List<String> clinics = List.of();
    private List<String> countries = List.of();
    private List<String> languages = List.of();
    private Money budget;
    private Set<String> consented = Set.of("CO");
    private Set<String> acknowledged = Set.of();
    private Map<String, String> asked = Map.of();
    private Set<String> related = Set.of();

    CaseBuilder grade(Integer value) {
      grade = value;
      return this;
    }

    CaseBuilder bornIn(int value) {
      birthYear = value;
      return this;
    }

    CaseBuilder weighing(int value) {
      weightKg = value;
      return this;
    }

    CaseBuilder with(String contraindication) {
      contraindications = List.of(contraindication);
      return this;
    }

    CaseBuilder wishingClinic(String value) {
      clinics = List.of(value);
      return this;
    }

    CaseBuilder wishingCountry(String value) {
      countries = List.of(value);
      return this;
    }

    CaseBuilder wishingLanguage(String value) {
      languages = List.of(value);
      return this;
    }

    CaseBuilder withBudget(String amount, String currency) {
      budget = Money.of(amount, currency);
      return this;
    }

    CaseBuilder consentingTo(String... values) {
      consented = Set.of(values);
      return this;
    }

    CaseBuilder acceptingNoLegalBasisIn(String value) {
      acknowledged = Set.of(value);
      return this;
    }

    CaseBuilder asked(String clinic, String outcome) {
      asked = Map.of(clinic, outcome);
      return this;
    }

    CaseBuilder askedForAnotherInquiry(String clinic) {
      related = Set.of(clinic);
      return this;
    }

    Question at(Instant now) {
      return new Question(
          new InquiryCase(
              UUID.randomUUID(),
              "SJ-7K2M-9QRT",
              THERAPY,
              "DE",
              "de",
              birthYear,
              new InquiryCase.Condition(
                  "KNEE", "LEFT", grade, 6, 2019, List.of(), 172, weightKg, contraindications),
              new InquiryCase.Wishes(clinics, countries, budget, languages, null),
              consented,
              acknowledged,
              List.of()),
          asked,
          related,
          now);
    }

    Question now() {
      return at(NOW);
    }
  }
}
