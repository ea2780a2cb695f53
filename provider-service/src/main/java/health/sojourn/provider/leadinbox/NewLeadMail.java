package health.sojourn.provider.leadinbox;

import health.sojourn.provider.DeskMessages;
import health.sojourn.tasks.TaskType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;

/** A lead waits for the clinic's answer, and until when. */
@ApplicationScoped
class NewLeadMail extends LeadMail {
  static final TaskType<Data> TYPE = new TaskType<>("mail-new-lead", Data.class);

  NewLeadMail() {
    super(TYPE);
  }

  @CheckedTemplate(basePath = "leadinbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NewLead(String clinic, String reference, ZonedDateTime answerBy, String address)
      implements TemplateInstance {}

  @Override
  String subject(DeskMessages words, String reference) {
    return words.newInquiry(reference);
  }

  @Override
  TemplateInstance text(Letter letter, String desk) {
    return new NewLead(
        letter.clinic(),
        letter.reference(),
        letter.answerBy().atZone(ZoneId.of(letter.zone())),
        desk);
  }

  @Override
  String messageId(UUID lead) {
    return "<lead-" + lead + "@sojourn>";
  }
}
