package health.sojourn.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.http.Language;
import health.sojourn.http.Texts;
import health.sojourn.inquiry.consent.DisclosureKind;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.duplicate.Relations;
import health.sojourn.inquiry.intake.Choices.Contraindication;
import health.sojourn.inquiry.intake.Choices.Joint;
import health.sojourn.inquiry.intake.Choices.Relation;
import health.sojourn.inquiry.intake.Choices.Side;
import health.sojourn.inquiry.intake.Choices.Treatment;
import health.sojourn.inquiry.intake.CloseReason;
import health.sojourn.inquiry.intake.InquiryEvent;
import health.sojourn.inquiry.intake.InquirySearch;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.intake.PatientMail;
import health.sojourn.inquiry.lead.LeadEvent;
import health.sojourn.inquiry.lead.LeadStatus;
import health.sojourn.inquiry.message.Message;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog.Act;
import health.sojourn.inquiry.quote.Quote;
import health.sojourn.inquiry.routing.HardRule;
import health.sojourn.inquiry.treatment.TreatmentReport;
import health.sojourn.web.Words;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  @ParameterizedTest(name = "{0}")
  @MethodSource("codes")
  void areThereInBothLanguages(String kind, Object[] codes) {
    assertEquals(List.of(), Words.missing(kind, codes));
  }

  static Stream<Arguments> codes() {
    return Stream.of(
        kind("now", InquiryStatus.values()),
        kind("next", InquiryStatus.values()),
        kind("holder", InquiryStatus.values()),
        kind("who", Actor.Kind.values()),
        kind("actor", Actor.Kind.values()),
        kind("act", Stream.of(Act.values()).filter(act -> act != Act.STORED).toArray()),
        kind("mail", mails()),
        kind("joint", Joint.values()),
        kind("side", Side.values()),
        kind("treatment", Treatment.values()),
        kind("contraindication", Contraindication.values()),
        kind("relation", Relation.values()),
        kind("purpose", Purpose.values()),
        kind("disclosure", DisclosureKind.values()),
        kind("likeness", Relations.Kind.values()),
        kind("closeReason", CloseReason.values()),
        kind("leadReason", LeadEvent.Reason.values()),
        kind("story", story()),
        kind("quoteState", Quote.Standing.values()),
        kind("sender", Message.Sender.values()),
        kind("waiting", InquirySearch.Waiting.values()),
        kind("reportOutcome", TreatmentReport.Outcome.values()),
        kind("outcome", LeadStatus.values()),
        kind("keptOut", HardRule.values()));
  }

  private static Arguments kind(String kind, Object... codes) {
    return Arguments.of(kind, codes);
  }

  private static Object[] mails() {
    return Arrays.stream(PatientMail.Kind.values())
        .flatMap(kind -> Stream.of(kind + ".subject", kind + ".text"))
        .toArray();
  }

  private static final List<String> WITHOUT_EVENT =
      List.of("lead-asked", "quote-changed", "quote-withdrawn", "treatment-reported");

  private static Object[] story() {
    Stream<String> moved =
        Stream.concat(
            Arrays.stream(InquiryEvent.EventType.values()).map(type -> type.contract().event()),
            Arrays.stream(LeadEvent.EventType.values()).map(LeadEvent.EventType::said));
    return Stream.concat(moved, WITHOUT_EVENT.stream()).toArray();
  }

  /** The rules of languages know the parameters of messages, not of words. */
  @Test
  void nameTheSameValuesInBothLanguages() throws IOException {
    Texts texts = Texts.named("sojourn-words");
    Properties words = new Properties();
    try (var in = WordsTest.class.getResourceAsStream("/META-INF/sojourn-words.properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    for (String key : words.stringPropertyNames()) {
      String spanish = texts.find(Language.SPANISH, key).orElse("");
      String english = texts.find(Language.ENGLISH, key).orElse("");
      assertEquals(values(english), values(spanish), key);
    }
  }

  private static TreeSet<String> values(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
