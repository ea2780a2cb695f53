package health.sojourn.inquiry.lead;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.sojourn.messaging.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** What a clinic says about a lead before it quotes. */
@ApplicationScoped
class ClinicAnswerHandlers {

  /**
   * @param reason of a declined lead; else null
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(UUID leadId, String clinic, Instant at, String reason) {}

  @Produces
  @Singleton
  EventHandler<Answer> viewed(ClinicAnswers answers) {
    return AnswerHandler.on(
        "lead-viewed",
        Answer.class,
        said -> answers.viewed(said.leadId(), said.clinic(), said.at()));
  }

  @Produces
  @Singleton
  EventHandler<Answer> accepted(ClinicAnswers answers) {
    return AnswerHandler.on(
        "lead-accepted",
        Answer.class,
        said -> answers.accepted(said.leadId(), said.clinic(), said.at()));
  }

  @Produces
  @Singleton
  EventHandler<Answer> declined(ClinicAnswers answers) {
    return AnswerHandler.on(
        "lead-declined",
        Answer.class,
        said -> answers.declined(said.leadId(), said.clinic(), said.reason(), said.at()));
  }

  @Produces
  @Singleton
  EventHandler<Answer> asked(ClinicAnswers answers) {
    return AnswerHandler.on(
        "lead-asked", Answer.class, said -> answers.asked(said.leadId(), said.clinic(), said.at()));
  }
}
