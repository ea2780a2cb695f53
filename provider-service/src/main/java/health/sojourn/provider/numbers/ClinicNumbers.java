package health.sojourn.provider.numbers;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import health.sojourn.provider.numbers.Offered.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a clinic answered what it was offered in the last 90 days. */
public record ClinicNumbers(
    @Schema(description = "The first day, at the clinic") LocalDate from,
    @Schema(description = "Today, at the clinic") LocalDate to,
    @Schema(examples = "America/Bogota", maxLength = 60) String timeZone,
    @Schema(description = "null before the first answer") Spread answerHours,
    Answers answers,
    @Schema(description = "Of those accepted, declined and too late, how many were accepted")
        BigDecimal acceptedShare,
    @Schema(description = "Why it declined, the most frequent first") List<Count> declines,
    @Schema(description = "How those it accepted stand now, by state") List<Count> outcomes,
    @Schema(description = "Oldest first; the first may be a part of a week") List<Week> weeks) {

  /** What it was offered, and what it did with it. */
  @Schema(name = "ClinicAnswers")
  public record Answers(
      int offered,
      int accepted,
      int declined,
      @Schema(description = "Not answered in time") int tooLate,
      @Schema(description = "Wait for an answer") int waiting,
      @Schema(description = "Ended before the clinic had to answer") int takenBack) {

    static Answers of(List<Offered> offered) {
      Map<Answer, Long> counts = offered.stream().collect(groupingBy(Offered::answer, counting()));
      return new Answers(
          offered.size(),
          count(counts, Answer.ACCEPTED),
          count(counts, Answer.DECLINED),
          count(counts, Answer.TOO_LATE),
          count(counts, Answer.WAITING),
          count(counts, Answer.TAKEN_BACK));
    }

    private static int count(Map<Answer, Long> counts, Answer answer) {
      return counts.getOrDefault(answer, 0L).intValue();
    }

    /** How many it had to answer and did, or could not any more. */
    @JsonIgnore
    public int due() {
      return accepted + declined + tooLate;
    }

    /** How many need no answer, or none yet. */
    @JsonIgnore
    public int otherwise() {
      return waiting + takenBack;
    }
  }

  @Schema(name = "ClinicCount")
  public record Count(@Schema(examples = "PRICE", maxLength = 40) String code, int count) {}

  /**
   * @param answers to what was offered in the week
   * @param answerHours of answers given in it; null if there was none
   */
  @Schema(name = "ClinicWeek")
  public record Week(
      @Schema(description = "Its Monday") LocalDate from, Answers answers, Spread answerHours) {}

  /** An answer that was measured. */
  record Measured(Instant at, BigDecimal hours) {}

  static ClinicNumbers of(
      List<Offered> offered, List<Measured> measured, ZoneId zone, Instant since, Instant now) {
    Answers answers = Answers.of(offered);
    return new ClinicNumbers(
        LocalDate.ofInstant(since, zone),
        LocalDate.ofInstant(now, zone),
        zone.getId(),
        spread(measured),
        answers,
        answers.due() == 0
            ? null
            : BigDecimal.valueOf(answers.accepted())
                .divide(BigDecimal.valueOf(answers.due()), 2, RoundingMode.HALF_UP),
        counts(offered, Answer.DECLINED, Offered::declineReason),
        counts(offered, Answer.ACCEPTED, Offered::status),
        weeks(offered, measured, zone, since, now));
  }

  private static List<Count> counts(
      List<Offered> offered, Answer answer, Function<Offered, String> code) {
    return offered.stream()
        .filter(it -> it.answer() == answer)
        .collect(groupingBy(code, counting()))
        .entrySet()
        .stream()
        .map(it -> new Count(it.getKey(), it.getValue().intValue()))
        .sorted(Comparator.comparing(Count::count).reversed().thenComparing(Count::code))
        .toList();
  }

  private static List<Week> weeks(
      List<Offered> offered, List<Measured> measured, ZoneId zone, Instant since, Instant now) {
    Map<LocalDate, List<Offered>> offers =
        offered.stream().collect(groupingBy(it -> monday(it.at(), zone)));
    Map<LocalDate, List<Measured>> answers =
        measured.stream().collect(groupingBy(it -> monday(it.at(), zone)));
    List<Week> weeks = new ArrayList<>();
    LocalDate last = monday(now, zone);
    for (LocalDate week = monday(since, zone); !week.isAfter(last); week = week.plusWeeks(1)) {
      weeks.add(
          new Week(
              week,
              Answers.of(offers.getOrDefault(week, List.of())),
              spread(answers.getOrDefault(week, List.of()))));
    }
    return weeks;
  }

  private static Spread spread(List<Measured> measured) {
    return Spread.of(measured.stream().map(Measured::hours).toList()).orElse(null);
  }

  private static LocalDate monday(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  @JsonIgnore
  public boolean isEmpty() {
    return answers.offered() == 0 && answerHours == null;
  }

  /** Of 100. */
  @JsonIgnore
  public Integer getAcceptedPercent() {
    return acceptedShare == null ? null : acceptedShare.movePointRight(2).intValueExact();
  }
}
