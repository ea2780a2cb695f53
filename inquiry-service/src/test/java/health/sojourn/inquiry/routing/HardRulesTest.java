package health.sojourn.inquiry.routing;

import static health.sojourn.inquiry.routing.HardRule.CAPACITY;
import static health.sojourn.inquiry.routing.HardRule.CLINICAL;
import static health.sojourn.inquiry.routing.HardRule.CONSENT;
import static health.sojourn.inquiry.routing.HardRule.EXISTING_RELATION;
import static health.sojourn.inquiry.routing.HardRule.LEGAL_BASIS;
import static health.sojourn.inquiry.routing.HardRule.PATIENT_WISH;
import static health.sojourn.inquiry.routing.HardRule.SUSPENDED;
import static health.sojourn.inquiry.routing.HardRule.VERIFICATION;
import static health.sojourn.inquiry.routing.Samples.NOW;
import static health.sojourn.inquiry.routing.Samples.aCase;
import static health.sojourn.inquiry.routing.Samples.busyClinic;
import static health.sojourn.inquiry.routing.Samples.capacity;
import static health.sojourn.inquiry.routing.Samples.clinic;
import static health.sojourn.inquiry.routing.Samples.clinicWithAWeek;
import static health.sojourn.inquiry.routing.Samples.offer;
import static health.sojourn.inquiry.routing.Samples.router;
import static health.sojourn.inquiry.routing.Samples.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HardRulesTest {
  private static final Consumer<ObjectNode> AS_IS = json -> {};

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("sentences")
  void excludes(HardRule code, Question question, Candidate candidate, String sentence) {
    List<Exclusion> exclusions = judge(question, candidate).exclusions();
    assertEquals(
        List.of(code + ": " + sentence),
        exclusions.stream().map(found -> found.code() + ": " + found.text()).toList());
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        out(
            CONSENT,
            aCase().consentingTo("MX").now(),
            AS_IS,
            "The patient did not agree to share the case with clinics in Colombia."),
        out(
            LEGAL_BASIS,
            aCase().now(),
            json -> offer(json).put("legalBasis", "NONE_DECLARED"),
            "The clinic names no legal basis in Colombia, and the patient did not accept that."),
        out(
            LEGAL_BASIS,
            aCase().acceptingNoLegalBasisIn("MX").now(),
            json -> offer(json).putNull("legalBasis"),
            "The clinic names no legal basis in Colombia, and the patient did not accept that."),
        out(
            LEGAL_BASIS,
            aCase().now(),
            json -> offer(json).put("legalBasisValidTo", "2026-11-22"),
            "The legal basis of the offer expired on 2026-11-22."),
        out(
            LEGAL_BASIS,
            aCase().acceptingNoLegalBasisIn("CO").now(),
            json -> offer(json).put("legalBasisValidTo", "2026-11-22"),
            "The legal basis of the offer expired on 2026-11-22."),
        out(
            SUSPENDED,
            aCase().now(),
            json -> json.put("suspended", true),
            "The clinic is suspended."),
        out(
            PATIENT_WISH,
            aCase().wishingClinic("medellin").now(),
            AS_IS,
            "The patient named other clinics."),
        out(
            PATIENT_WISH,
            aCase().wishingCountry("MX").now(),
            AS_IS,
            "The patient does not want to travel to Colombia."),
        out(
            PATIENT_WISH,
            aCase().wishingLanguage("de").now(),
            AS_IS,
            "The clinic speaks none of German."),
        out(
            PATIENT_WISH,
            aCase().withBudget("4000", "EUR").now(),
            AS_IS,
            "The price starts at 4300 EUR, above the budget of 4000 EUR."),
        out(
            EXISTING_RELATION,
            aCase().asked("bogota", "DECLINED").now(),
            AS_IS,
            "The clinic was asked before for this inquiry (declined)."),
        out(
            EXISTING_RELATION,
            aCase().askedForAnotherInquiry("bogota").now(),
            AS_IS,
            "The clinic was asked before for another inquiry of the same person."),
        out(
            CLINICAL,
            aCase().grade(4).now(),
            AS_IS,
            "The clinic treats Kellgren-Lawrence grades 1, 2, 3, the case is grade 4."),
        out(CLINICAL, aCase().bornIn(1997).now(), AS_IS, "The clinic treats from the age of 30."),
        out(CLINICAL, aCase().bornIn(1944).now(), AS_IS, "The clinic treats up to the age of 80."),
        out(
            CLINICAL,
            aCase().weighing(110).now(),
            AS_IS,
            "The clinic treats up to a body mass index of 35."),
        out(
            CLINICAL,
            aCase().with("ANTICOAGULANTS").now(),
            AS_IS,
            "The clinic does not treat with: anticoagulants."),
        out(
            VERIFICATION,
            aCase().now(),
            json -> json.put("licenceLevel", 0),
            "The clinic's licence is checked to level 0; this treatment demands 1."),
        out(
            VERIFICATION,
            aCase().now(),
            json -> json.putNull("licenceLevel"),
            "The clinic's licence is checked to level X; this treatment demands 1."),
        out(
            CAPACITY,
            aCase().now(),
            json -> capacity(json).put("paused", true),
            "The clinic takes no new inquiries at the moment."),
        out(
            CAPACITY,
            aCase().now(),
            json -> capacity(json).put("paused", true).put("pausedUntil", "2026-11-23"),
            "The clinic takes no new inquiries up to 2026-11-23."),
        arguments(
            CAPACITY,
            aCase().now(),
            clinicWithAWeek(5, 5),
            "The clinic got 5 of 5 new inquiries this week."),
        out(
            CAPACITY,
            aCase().at(Instant.parse("2026-12-25T15:00:00Z")),
            AS_IS,
            "The clinic is on holiday on 2026-12-25."),
        out(
            CAPACITY,
            aCase().now(),
            json ->
                capacity(json)
                    .putArray("workingHours")
                    .addObject()
                    .put("day", "SUNDAY")
                    .put("from", "08:00")
                    .put("to", "12:00"),
            "The clinic is closed for more than 5 days."),
        arguments(
            CAPACITY,
            aCase().now(),
            busyClinic("bogota", 10, null, AS_IS),
            "10 of 10 open leads already wait for the clinic's answer."));
  }

  private static Arguments out(
      HardRule code, Question question, Consumer<ObjectNode> change, String sentence) {
    return arguments(code, question, clinic("bogota", change), sentence);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("admissions")
  void admits(String sentence, Question question, Candidate candidate, List<String> notes) {
    Judged judged = judge(question, candidate);
    assertEquals(List.of(), judged.exclusions());
    assertEquals(notes, judged.notes());
  }

  static Stream<Arguments> admissions() {
    return Stream.of(
        in("a plain case", aCase().now(), AS_IS),
        in(
            "whoever is closed for the weekend",
            aCase().at(Instant.parse("2026-11-22T15:00:00Z")),
            AS_IS),
        in(
            "a clinic the day after its pause, by its own calendar",
            aCase().at(Instant.parse("2026-11-24T05:00:00Z")),
            json -> capacity(json).put("paused", true).put("pausedUntil", "2026-11-23")),
        arguments("a clinic whose week has room", aCase().now(), clinicWithAWeek(5, 4), List.of()),
        in("somebody who may still be of the age", aCase().bornIn(1945).now(), AS_IS),
        in("a budget that the lowest price fits", aCase().withBudget("5000", "USD").now(), AS_IS),
        in("a regional variant of a language", aCase().wishingLanguage("es-MX").now(), AS_IS),
        in(
            "an unknown grade",
            aCase().grade(null).now(),
            AS_IS,
            "The grade of the arthritis is not known."),
        in(
            "a patient who accepted that there is no legal basis",
            aCase().acceptingNoLegalBasisIn("CO").now(),
            json -> offer(json).put("legalBasis", "UNKNOWN"),
            "No legal basis is known; the patient was told and wants it all the same."),
        in(
            "a clinic that names no price",
            aCase().withBudget("100", "USD").now(),
            json -> offer(json).putNull("price"),
            "The price is not known or can't be compared with the budget."),
        in(
            "a clinic that names no languages",
            aCase().wishingLanguage("de").now(),
            json -> json.putNull("languages"),
            "The clinic's languages are not known."),
        in(
            "a clinic that names no conditions",
            aCase().grade(4).now(),
            json -> offer(json).putNull("inclusion"),
            "The clinic names no conditions for the treatment."),
        in(
            "a clinic that set no limit",
            aCase().now(),
            json -> json.putNull("capacity"),
            "The clinic set no limit for open leads."));
  }

  private static Arguments in(
      String sentence, Question question, Consumer<ObjectNode> change, String... notes) {
    return arguments(sentence, question, clinic("bogota", change), List.of(notes));
  }

  @Test
  void anUnknownGradeExcludesWhereTheRuleSetDemandsIt() {
    var strict = router(rules(json -> json.put("unknownAnswers", "EXCLUDE")));
    Judged judged =
        strict.decide(aCase().grade(null).now(), List.of(clinic("bogota")), 1).candidates().get(0);
    assertEquals(CLINICAL, judged.exclusions().get(0).code());
  }

  @Test
  void everythingThatStandsAgainstAClinicIsSaidInOrder() {
    Judged judged =
        judge(
            aCase().consentingTo("MX").wishingLanguage("de").grade(4).now(),
            clinic("bogota", json -> json.put("suspended", true).put("licenceLevel", 0)));
    assertEquals(
        List.of(CONSENT, SUSPENDED, PATIENT_WISH, CLINICAL, VERIFICATION),
        judged.exclusions().stream().map(Exclusion::code).toList());
  }

  @Test
  void nobodyOverridesThePatientsNoOrAClinicThatIsAway() {
    assertFalse(judge(aCase().consentingTo("MX").now(), clinic("bogota")).overridable());
    assertFalse(judge(aCase().asked("bogota", "DECLINED").now(), clinic("bogota")).overridable());
    assertFalse(
        judge(aCase().now(), clinic("bogota", json -> capacity(json).put("paused", true)))
            .overridable());
    assertTrue(judge(aCase().now(), busyClinic("bogota", 10, NOW, AS_IS)).overridable());
    assertTrue(judge(aCase().now(), clinicWithAWeek(5, 5)).overridable());
  }

  private static Judged judge(Question question, Candidate candidate) {
    return router().decide(question, List.of(candidate), 1).candidates().get(0);
  }
}
