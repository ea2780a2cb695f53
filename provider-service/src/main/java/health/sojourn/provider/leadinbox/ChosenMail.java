package health.sojourn.provider.leadinbox;

import health.sojourn.provider.DeskMessages;
import health.sojourn.tasks.TaskType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The patient chose the clinic, which has to call now. */
@ApplicationScoped
class ChosenMail extends LeadMail {
  static final TaskType<Data> TYPE = new TaskType<>("mail-chosen-lead", Data.class);

  ChosenMail() {
    super(TYPE);
  }

  @CheckedTemplate(basePath = "leadinbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ChosenLead(String clinic, String reference, String address) implements TemplateInstance {}

  @Override
  String subject(DeskMessages words, String reference) {
    return words.chosenInquiry(reference);
  }

  @Override
  TemplateInstance text(Letter letter, String desk) {
    return new ChosenLead(letter.clinic(), letter.reference(), desk + "/hand-over");
  }

  @Override
  String messageId(UUID lead) {
    return "<chosen-" + lead + "@sojourn>";
  }
}
