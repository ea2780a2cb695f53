package health.sojourn.provider.change;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.http.PublicReads;
import health.sojourn.provider.evidence.EvidenceFile;
import health.sojourn.provider.evidence.EvidenceFiles;
import health.sojourn.provider.people.ClinicAccess;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.CheckMethod;
import health.sojourn.provider.verification.Level;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the API does with a fact, be it a clinic's or an offer's. */
@RequestScoped
class FactCalls {
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  @Inject ClinicAccess access;
  @Inject Changes changes;
  @Inject Proposals proposals;
  @Inject EvidenceFiles files;
  @Inject PublicReads reads;
  @Inject Clock clock;

  /** What a fact should be. */
  @Schema(name = "NewFact")
  record Stated(
      @Schema(
              description =
                  "A string, a number, true or false, or a list; null to state it no longer",
              examples = "DEMO-CO-0117",
              implementation = Object.class)
          JsonNode value,
      @Size(max = 40) @Schema(examples = "USD") String unit,
      @Schema(description = "The last day on which it holds") LocalDate validTo,
      @Size(max = 1000) @Schema(description = "What helps whoever checks") String note,
      @Size(max = Proposals.MOST_FILES) @Schema(description = "Ids of uploaded evidence")
          List<UUID> evidence) {}

  /** What came out of a check. */
  @Schema(name = "FactCheck")
  record Check(
      @Schema(description = "The draft that was checked; null for what is published") UUID change,
      @NotNull Outcome outcome,
      @NotNull CheckMethod how,
      @Schema(description = "Null for the only one, or the lower, that the way of checking gives")
          Level level,
      @Schema(description = "Without a draft: the last day on which it holds") LocalDate validTo,
      @Size(max = 1000) @Schema(description = "Why it was sent back or failed") String reason) {

    Level given() {
      return level == null ? how.levels().get(0) : level;
    }
  }

  /** What a check decides. */
  enum Outcome {
    /** A draft becomes what patients read; without a draft, what they read holds. */
    APPROVED,
    /** A draft goes back; without a draft, what patients read failed. */
    REJECTED
  }

  Response get(String slug, String therapy, String name) {
    access.mayRead(slug);
    return answer(changes.state(changes.attribute(slug, therapy, name)));
  }

  Response propose(String slug, String therapy, String name, Stated stated, String ifMatch) {
    access.mayChange(slug);
    Attribute attribute = changes.attribute(slug, therapy, name);
    Proposal proposal = proposals.read(attribute, typed(stated));
    return answer(changes.propose(attribute, proposal, access.author(), ifMatch));
  }

  Response check(String slug, String therapy, String name, Check check, String ifMatch) {
    access.mayChange(slug);
    Attribute attribute = changes.attribute(slug, therapy, name);
    if (check.outcome() == Outcome.REJECTED && isBlank(check.reason())) {
      throw Problem.invalid(
          List.of(new FieldError("/reason", "required", "Say why, so that they can mend it")));
    }
    if (check.change() == null) {
      checkPublished(attribute, check, ifMatch);
    } else {
      checkDraft(attribute, check, ifMatch);
    }
    return answer(changes.state(attribute));
  }

  Response history(String slug, String therapy, String name) {
    Attribute attribute = changes.attribute(slug, therapy, name);
    if (!attribute.name().isPublic()) {
      throw Problem.notFound("fact-not-found", "No fact is called " + name);
    }
    LocalDate today = LocalDate.now(clock);
    return reads.json(
        new History(
            changes.state(attribute).history().stream()
                .map(it -> FactAnswer.Past.of(it, true, today))
                .toList()),
        MAX_AGE);
  }

  /** What everybody may know about how a fact changed. */
  @Schema(name = "FactHistory")
  record History(@Schema(description = "Newest first") List<FactAnswer.Past> items) {}

  private void checkDraft(Attribute attribute, Check check, String ifMatch) {
    if (!changes.get(check.change()).attribute().equals(attribute)) {
      throw Problem.notFound("change-not-found", "No change of this fact has this id.");
    }
    if (check.outcome() == Outcome.APPROVED) {
      changes.publish(check.change(), check.how(), check.given(), ifMatch, access.author());
    } else {
      changes.reject(check.change(), check.reason().strip(), access.author());
    }
  }

  private void checkPublished(Attribute attribute, Check check, String ifMatch) {
    if (check.outcome() == Outcome.APPROVED) {
      var recheck = new Changes.Recheck(check.how(), check.given(), check.validTo());
      changes.recheck(attribute, recheck, ifMatch, access.author());
    } else {
      changes.fail(attribute, check.how(), check.reason().strip(), ifMatch, access.author());
    }
  }

  private Response answer(FactState state) {
    List<EvidenceFile> evidence =
        state.waiting() == null
            ? List.of()
            : files.all(state.attribute().clinic(), state.waiting().evidence());
    return Response.ok(FactAnswer.of(state, evidence, LocalDate.now(clock)))
        .tag(state.tag())
        .build();
  }

  private static Typed typed(Stated stated) {
    List<String> value = texts(stated.value());
    String validTo = stated.validTo() == null ? null : stated.validTo().toString();
    List<UUID> evidence = stated.evidence() == null ? List.of() : stated.evidence();
    return new Typed(value, value.isEmpty(), stated.unit(), validTo, stated.note(), evidence);
  }

  private static List<String> texts(JsonNode value) {
    if (value == null || value.isNull()) {
      return List.of();
    }
    List<JsonNode> entries = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(entries::add);
    } else {
      entries.add(value);
    }
    if (entries.stream().anyMatch(it -> !it.isValueNode() || it.isNull())) {
      throw Problem.invalid(
          List.of(
              new FieldError(
                  "/value",
                  "wrong-type",
                  "Send a string, a number, true, false, or a list of them")));
    }
    return entries.stream()
        .map(it -> it.isNumber() ? it.decimalValue().toPlainString() : it.asText())
        .toList();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
