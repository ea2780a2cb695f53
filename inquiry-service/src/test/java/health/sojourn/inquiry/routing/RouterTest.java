package health.sojourn.inquiry.routing;

import static health.sojourn.inquiry.routing.Samples.NOW;
import static health.sojourn.inquiry.routing.Samples.aCase;
import static health.sojourn.inquiry.routing.Samples.busyClinic;
import static health.sojourn.inquiry.routing.Samples.clinic;
import static health.sojourn.inquiry.routing.Samples.offer;
import static health.sojourn.inquiry.routing.Samples.router;
import static health.sojourn.inquiry.routing.Samples.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.sojourn.http.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RouterTest {
  private final Router router = router();

  @Nested
  class TheScore {
    @Test
    void addsTheWeightedComponents() {
      Judged judged =
          router
              .decide(aCase().withBudget("6000", "USD").now(), List.of(clinic("bogota")), 1)
              .candidates()
              .get(0);
      assertEquals(
          List.of("language 0.3", "price 0.4", "response 0.92", "verification 0.64", "travel 0.54"),
          judged.components().stream().map(part -> part.name() + " " + part.value()).toList());
      assertEquals(
          0.3 * 0.3 + 0.25 * 0.4 + 0.2 * 0.92 + 0.15 * 0.64 + 0.1 * 0.54, judged.score(), 1e-9);
    }

    @Test
    void prefersWhoSpeaksThePatientsLanguage() {
      var german = clinic("german", json -> json.putArray("languages").add("de"));
      assertEquals(
          List.of("german"),
          router.decide(aCase().now(), List.of(clinic("bogota"), german), 1).chosenClinics());
    }

    @Test
    void doesNotRewardAHiddenPrice() {
      var hidden = clinic("a-hidden", json -> offer(json).putNull("price"));
      assertEquals(
          List.of("bogota"),
          router.decide(aCase().now(), List.of(hidden, clinic("bogota")), 1).chosenClinics());
    }
  }

  @Nested
  class OfThoseWhoScoreAlike {
    @Test
    void whoWaitedLongestIsNext() {
      var recent = busyClinic("a", 0, NOW.minus(Duration.ofHours(1)), json -> {});
      var longAgo = busyClinic("b", 0, NOW.minus(Duration.ofDays(9)), json -> {});
      Verdict verdict = router.decide(aCase().now(), List.of(recent, longAgo), 1);
      assertEquals(List.of("b"), verdict.chosenClinics());
      assertEquals(
          "Clinic b and Clinic a score alike; Clinic b went first because it was offered its last"
              + " inquiry longer ago.",
          verdict.tieBreak());
    }

    @Test
    void whoWasNeverAskedIsFirst() {
      var before = busyClinic("a", 0, NOW.minus(Duration.ofDays(9)), json -> {});
      assertEquals(
          List.of("b"),
          router.decide(aCase().now(), List.of(before, clinic("b")), 1).chosenClinics());
    }

    @Test
    void noTieIsNamedWhereThereIsNone() {
      var slow = clinic("slow", json -> json.put("responseHours", 72));
      assertNull(router.decide(aCase().now(), List.of(clinic("bogota"), slow), 1).tieBreak());
    }
  }

  @Test
  void asksAsManyClinicsAsThereArePlaces() {
    var clinics = List.of(clinic("a"), clinic("b"), clinic("c"));
    assertEquals(List.of("a", "b"), router.decide(aCase().now(), clinics, 2).chosenClinics());
    assertEquals(
        List.of("a"), router.decide(aCase().now(), clinics.subList(0, 1), 3).chosenClinics());
  }

  @Test
  void leavesNobodyWhereEveryRuleSpeaksAgainst() {
    Verdict verdict = router.decide(aCase().grade(4).now(), List.of(clinic("a"), clinic("b")), 1);
    assertEquals(List.of(), verdict.chosenClinics());
    assertEquals(2, verdict.keptOut().get(HardRule.CLINICAL));
    String text = PatientText.of(verdict, false, Language.ENGLISH);
    assertTrue(text.startsWith("None of the 2 clinics"), text);
    assertTrue(!text.contains("grade") && !text.contains("Kellgren"), text);
  }

  @Test
  void tellsThePatientWhoWasAskedAndWhy() {
    Verdict verdict =
        router.decide(
            aCase().now(), List.of(clinic("a"), clinic("b", json -> json.put("country", "MX"))), 1);
    assertEquals(
        "We asked Clinic a (Bogotá, Colombia). Of 2 clinics that offer this treatment, 1 could take"
            + " your inquiry. What spoke for the first: names its price; no budget was given;"
            + " answers in about 9.5 hours; 14 of 22 facts checked; about 9100 km. What a clinic"
            + " pays us played no part. Not asked: 1 in a country you did not agree to share your"
            + " case with.",
        PatientText.of(verdict, false, Language.ENGLISH));
  }

  @Test
  void tellsTheSameInSpanish() {
    Verdict verdict =
        router.decide(
            aCase().now(), List.of(clinic("a"), clinic("b", json -> json.put("country", "MX"))), 1);
    assertEquals(
        "Hemos preguntado a Clinic a (Bogotá, Colombia). Clínicas que ofrecen este tratamiento: 2."
            + " Podían atender su solicitud: 1. A favor de la primera: indica su precio; no se fijó"
            + " un gasto máximo; responde en unas 9,5 horas; 14 de 22 datos comprobados; a unos"
            + " 9\u00a0100 km. Lo que nos paga una clínica no ha influido. Clínicas a las que no"
            + " hemos preguntado: 1 de un país para el que usted no aceptó compartir su caso.",
        PatientText.of(verdict, false, Language.SPANISH));
    Judged out = verdict.candidates().get(1).in(Language.SPANISH);
    assertEquals(
        "El paciente no aceptó compartir el caso con clínicas de México.",
        out.exclusions().get(0).text());
  }

  @Test
  void amountsDaysAndCodesAreSaidInSpanishToo() {
    Judged out =
        router
            .decide(
                aCase().withBudget("4000", "EUR").with("ANTICOAGULANTS").now(),
                List.of(clinic("a", json -> offer(json).put("legalBasisValidTo", "2026-11-22"))),
                1)
            .candidates()
            .get(0)
            .in(Language.SPANISH);
    assertEquals(
        List.of(
            "La base legal de la oferta venció el 22 de noviembre de 2026.",
            "El precio empieza en EUR\u00a04\u00a0300, por encima del gasto máximo de"
                + " EUR\u00a04\u00a0000.",
            "La clínica no trata en caso de: anticoagulantes."),
        out.exclusions().stream().map(Exclusion::text).toList());
  }

  @Test
  void whatIsKeptWithoutACodeStaysAsItIs() {
    Judged old =
        new Judged(
            "a",
            "Clinic a",
            "CO",
            "Bogotá",
            1,
            true,
            0.3,
            List.of(new Component("language", 0.3, 1, "Speaks German", null)),
            List.of("The clinic set no limit for open leads."),
            List.of(new Exclusion(HardRule.SUSPENDED, "The clinic is suspended.", true, null)),
            null);
    assertEquals(old, old.in(Language.SPANISH));
  }

  @Test
  void aPersonsChoiceIsJudgedByTheSameRules() {
    var clinics = List.of(clinic("a"), clinic("b", json -> json.put("suspended", true)));
    Verdict verdict = router.choose(aCase().now(), clinics, Set.of("b"));
    assertEquals(List.of("b"), verdict.chosenClinics());
    assertEquals(HardRule.SUSPENDED, verdict.chosen().get(0).exclusions().get(0).code());
  }

  @Nested
  class TheSameInputs {
    private final List<Candidate> clinics = market(50, new Random(7));

    @Test
    void giveTheSameVerdictInWhateverOrderTheyCome() {
      Verdict first = router.decide(aCase().now(), clinics, 2);
      List<Candidate> shuffled = new ArrayList<>(clinics);
      for (int seed = 0; seed < 20; seed++) {
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(first, router.decide(aCase().now(), shuffled, 2));
      }
    }

    @Test
    void haveTheSameHashAndOthersAnother() {
      String hash = router.decide(aCase().now(), clinics, 1).inputHash();
      assertEquals(64, hash.length());
      assertNotEquals(hash, router.decide(aCase().grade(3).now(), clinics, 1).inputHash());
      assertNotEquals(hash, router.decide(aCase().now(), clinics.subList(1, 50), 1).inputHash());
    }
  }

  /** Whatever a clinic pays, under whatever name it is sent, the order stays. */
  @Test
  void changingEveryCommissionChangesNoOrder() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<ObjectNode> clinics =
          IntStream.range(0, 15).mapToObj(number -> anyClinic(number, random)).toList();
      Question question = aCase().consentingTo("CO", "MX").withBudget("9000", "USD").now();
      Verdict before = router.decide(question, candidates(clinics), 3);
      for (ObjectNode clinic : clinics) {
        int percent = random.nextInt(60);
        clinic.put("commissionBand", percent + "-" + (percent + 5) + "%");
        clinic.put("commission", percent);
        offer(clinic).put("commission", percent);
      }
      assertEquals(before, router.decide(question, candidates(clinics), 3), "seed " + seed);
    }
  }

  private static List<Candidate> market(int size, Random random) {
    return candidates(
        IntStream.range(0, size).mapToObj(number -> anyClinic(number, random)).toList());
  }

  private static List<Candidate> candidates(List<ObjectNode> clinics) {
    return clinics.stream().map(json -> Samples.candidate(json, 0, null)).toList();
  }

  private static ObjectNode anyClinic(int number, Random random) {
    ObjectNode json = Samples.JSON.createObjectNode();
    clinic(
        "clinic-" + number,
        template -> {
          template.put("country", random.nextInt(3) == 0 ? "MX" : "CO");
          template.put("responseHours", random.nextInt(90));
          template.put("suspended", random.nextInt(12) == 0);
          if (random.nextInt(4) == 0) {
            template.putArray("languages").add("de");
          }
          json.setAll(template.deepCopy());
        });
    return json;
  }

  @Nested
  class ARuleSet {
    @Test
    void whoseWeightsDoNotSumToOneIsRefused() {
      var fault =
          assertThrows(
              Exception.class,
              () -> rules(json -> ((ObjectNode) json.get("weights")).put("travel", 0.2)));
      assertTrue(fault.getMessage().contains("weights sum to 1.1"), fault.getMessage());
    }

    @Test
    void thatAsksTooManyClinicsAtATimeIsRefused() {
      var fault = assertThrows(Exception.class, () -> rules(json -> json.put("parallel", 4)));
      assertTrue(fault.getMessage().contains("parallel is 4"), fault.getMessage());
    }

    @Test
    void thatForgetsAComponentOrInventsOneIsRefused() {
      assertThrows(
          Exception.class,
          () -> rules(json -> ((ObjectNode) json.get("weights")).remove("travel")));
      assertThrows(
          Exception.class,
          () -> rules(json -> ((ObjectNode) json.get("weights")).put("commission", 0)));
    }
  }
}
