package health.sojourn.inquiry.demo;

import health.sojourn.inquiry.consent.DisclosureKind;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.consent.Texts;
import health.sojourn.inquiry.intake.Choices.Contraindication;
import health.sojourn.inquiry.intake.Choices.Joint;
import health.sojourn.inquiry.intake.Choices.Side;
import health.sojourn.inquiry.intake.Choices.Treatment;
import health.sojourn.inquiry.intake.NewInquiry;
import health.sojourn.inquiry.intake.NewInquiry.Budget;
import health.sojourn.inquiry.intake.NewInquiry.Condition;
import health.sojourn.inquiry.intake.NewInquiry.GivenConsent;
import health.sojourn.inquiry.intake.NewInquiry.Patient;
import health.sojourn.inquiry.intake.NewInquiry.ReadDisclosure;
import health.sojourn.inquiry.intake.NewInquiry.Wishes;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People who don't exist and what they might ask. The same seed gives the same people. */
final class InventedPeople {
  private static final List<String> GIVEN =
      List.of("Alma", "Bruno", "Carla", "Dario", "Elif", "Fritz", "Gita", "Hugo", "Ines", "Jonas");
  private static final List<String> FAMILY =
      List.of(
          "Example",
          "Sample",
          "Muster",
          "Ejemplo",
          "Exemple",
          "Esempio",
          "Przyklad",
          "Ornek",
          "Tameshi",
          "Vorlage",
          "Voorbeeld",
          "Esimerkki");

  /** Country and language of people who travel for treatment. */
  private static final List<List<String>> HOMES =
      List.of(
          List.of("DE", "de"),
          List.of("US", "en"),
          List.of("GB", "en"),
          List.of("CA", "en"),
          List.of("FR", "fr"),
          List.of("AU", "en"));

  private static final List<String> BUDGETS = List.of("4000", "7000", "9000", "12000", "15000");

  private final Random random;
  private final List<String> countries;

  /**
   * @param countries where clinics can be asked
   */
  InventedPeople(long seed, List<String> countries) {
    this.random = new Random(seed);
    this.countries = countries;
  }

  List<NewInquiry> askAll(int howMany) {
    return IntStream.range(0, howMany).mapToObj(this::ask).toList();
  }

  private NewInquiry ask(int number) {
    List<String> where = someOf(countries, 3);
    return new NewInquiry(
        "allogeneic-msc-knee",
        patient(number),
        condition(),
        null,
        wishes(number, where),
        List.of(
            new GivenConsent(Purpose.CONTACT, Texts.IN_FORCE, null, List.of()),
            new GivenConsent(Purpose.SHARE_HEALTH_DATA_WITH_CLINICS, Texts.IN_FORCE, null, where)),
        disclosures(number, where),
        null,
        null,
        null);
  }

  private Patient patient(int number) {
    List<String> home = oneOf(HOMES);
    return new Patient(
        oneOf(GIVEN),
        FAMILY.get(number % FAMILY.size()),
        "demo-" + number + "@example.org",
        null,
        home.get(0),
        home.get(1),
        1940 + random.nextInt(45));
  }

  private Condition condition() {
    return new Condition(
        Joint.KNEE,
        oneOf(List.of(Side.values())),
        1 + random.nextInt(3),
        2 + random.nextInt(8),
        2010 + random.nextInt(15),
        someOf(List.of(Treatment.values()), 2),
        155 + random.nextInt(35),
        60 + random.nextInt(35),
        random.nextInt(8) == 0 ? List.of(Contraindication.ANTICOAGULANTS) : List.of(),
        null);
  }

  /** Every fifth has a budget nobody can meet, so that somebody has to look at it. */
  private Wishes wishes(int number, List<String> where) {
    String amount = number % 5 == 4 ? "900" : oneOf(BUDGETS);
    return new Wishes(List.of(), where, new Budget(amount, "USD"), List.of("en"), null);
  }

  private static List<ReadDisclosure> disclosures(int number, List<String> where) {
    Stream<ReadDisclosure> always =
        Stream.of(DisclosureKind.COMMISSION, DisclosureKind.UNPROVEN_THERAPY)
            .map(kind -> new ReadDisclosure(kind, Texts.IN_FORCE, null, List.of()));
    Stream<ReadDisclosure> often =
        number % 3 == 0
            ? Stream.empty()
            : Stream.of(
                new ReadDisclosure(DisclosureKind.NO_LEGAL_BASIS, Texts.IN_FORCE, null, where));
    return Stream.concat(always, often).toList();
  }

  private <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> List<T> someOf(List<T> list, int howMany) {
    int first = random.nextInt(list.size());
    return IntStream.range(0, Math.min(howMany, list.size()))
        .mapToObj(i -> list.get((first + i) % list.size()))
        .toList();
  }
}
