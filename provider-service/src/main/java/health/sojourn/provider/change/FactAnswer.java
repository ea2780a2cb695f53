package health.sojourn.provider.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.sojourn.provider.evidence.EvidenceFile;
import health.sojourn.provider.verification.CheckMethod;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactView;
import health.sojourn.provider.verification.PastFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact with its draft and its history, for those who work on it. */
@Schema(name = "FactState")
record FactAnswer(
    @Schema(description = "What patients read") FactView published,
    @Schema(description = "What waits for a check; null without one") Draft draft,
    @Schema(description = "Why the last draft came back; null once it was sent anew")
        SentBack sentBack,
    @Schema(description = "Newest first") List<Past> history) {

  /** A change that waits. */
  @Schema(name = "FactDraft")
  record Draft(
      UUID id,
      @Schema(description = "Null to state it no longer") Object value,
      @Schema(maxLength = 40) String unit,
      LocalDate validTo,
      @Schema(maxLength = 1000) String note,
      List<EvidenceFile> evidence,
      Instant proposedAt,
      @Schema(maxLength = 200) String proposedBy,
      @Schema(description = "Proposed by the clinic, not by a facilitator") boolean byClinic) {

    static Draft of(Change change, List<EvidenceFile> evidence, LocalDate today) {
      FactView fact = FactView.of(change.attribute().name(), change.fact(), today);
      return new Draft(
          change.id(),
          fact.value(),
          fact.unit(),
          fact.validTo(),
          change.note(),
          evidence,
          change.proposedAt(),
          change.author().name(),
          change.author().clinic() != null);
    }
  }

  /** A decision against a draft. */
  @Schema(name = "FactSentBack")
  record SentBack(Instant at, @Schema(maxLength = 1000) String reason) {}

  /**
   * How it was stated at some time.
   *
   * @param by null for everybody but staff and the clinic, as is the reason
   */
  @Schema(name = "PastFact")
  record Past(
      Instant at,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200) String by,
      @Schema(description = "How it was checked; null if it was not, or is not known")
          CheckMethod how,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 1000) String reason,
      @Schema(description = "What was stated until then; null for nothing") Object from,
      FactView to) {

    static Past of(PastFact past, boolean open, LocalDate today) {
      FactName name = past.attribute().name();
      String by = past.reason().author() == null ? null : past.reason().author().name();
      return new Past(
          past.at(),
          open ? null : by,
          past.reason().method(),
          open ? null : past.reason().words(),
          FactView.of(name, past.before(), today).value(),
          FactView.of(name, past.fact(), today));
    }
  }

  static FactAnswer of(FactState state, List<EvidenceFile> evidence, LocalDate today) {
    Fact published = state.published();
    Change back = state.sentBack();
    return new FactAnswer(
        FactView.of(state.attribute().name(), published, today),
        state.waiting() == null ? null : Draft.of(state.waiting(), evidence, today),
        back == null ? null : new SentBack(back.decidedAt(), back.reason()),
        state.history().stream().map(it -> Past.of(it, false, today)).toList());
  }
}
