package health.sojourn.inquiry.routing;

import health.sojourn.http.Language;
import health.sojourn.money.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rules at work: first who may get the lead, then who should. The same question, candidates and
 * rule set give the same verdict, whoever asks and in whatever order the candidates come.
 */
public final class Router {
  private final RuleSet rules;
  private final HardRules hardRules;
  private final Score score;

  public Router(RuleSet rules, Rates rates, Distances distances) {
    this.rules = rules;
    this.hardRules = new HardRules(rules, rates);
    this.score = new Score(rules, rates, distances);
  }

  private record Weighed(Candidate candidate, Judged judged) {}

  /**
   * @param places how many clinics to ask; fewer are chosen if fewer may
   */
  public Verdict decide(Question question, List<Candidate> candidates, int places) {
    List<Weighed> eligible = new ArrayList<>();
    List<Judged> out = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Judged judged = judge(question, candidate);
      if (judged.eligible()) {
        eligible.add(new Weighed(candidate, judged));
      } else {
        out.add(judged);
      }
    }
    eligible.sort(turn());
    out.sort(Comparator.comparing(Judged::clinic));

    List<Judged> all = new ArrayList<>();
    for (Weighed weighed : eligible) {
      Judged ranked = weighed.judged().ranked(all.size() + 1);
      all.add(all.size() < places ? ranked.choose() : ranked);
    }
    all.addAll(out);
    return new Verdict(
        rules.version(),
        InputHash.of(rules, question, candidates),
        all,
        tieBreak(eligible, places));
  }

  /** The same judgement, with the clinics a person chose. */
  public Verdict choose(Question question, List<Candidate> candidates, Set<String> clinics) {
    Verdict verdict = decide(question, candidates, 0);
    UnaryOperator<Judged> choice =
        judged -> clinics.contains(judged.clinic()) ? judged.choose() : judged;
    return new Verdict(
        verdict.ruleSet(),
        verdict.inputHash(),
        verdict.candidates().stream().map(choice).toList(),
        null);
  }

  private Judged judge(Question question, Candidate candidate) {
    HardRules.Finding finding = hardRules.ask(question, candidate);
    boolean eligible = finding.exclusions().isEmpty();
    List<Component> components = eligible ? score.of(question.inquiry(), candidate) : List.of();
    return new Judged(
        candidate.slug(),
        candidate.clinic().name(),
        candidate.clinic().country(),
        candidate.clinic().city(),
        null,
        false,
        eligible ? Score.total(components) : null,
        components,
        finding.notes().stream().map(note -> note.in(Language.ENGLISH)).toList(),
        List.copyOf(finding.exclusions()),
        finding.notes());
  }

  /** The better score first; of those that score alike, who waited longest. */
  private Comparator<Weighed> turn() {
    return Comparator.comparingLong(this::step)
        .reversed()
        .thenComparing(
            weighed -> weighed.candidate().lastOfferedAt(),
            Comparator.nullsFirst(Comparator.naturalOrder()))
        .thenComparing(weighed -> weighed.judged().score(), Comparator.reverseOrder())
        .thenComparing(weighed -> weighed.candidate().slug());
  }

  private long step(Weighed weighed) {
    return (long) Math.floor(weighed.judged().score() / rules.sameWithin());
  }

  private Reason tieBreak(List<Weighed> eligible, int places) {
    if (places == 0 || eligible.size() <= places) {
      return null;
    }
    Weighed last = eligible.get(places - 1);
    Weighed next = eligible.get(places);
    if (step(next) != step(last)) {
      return null;
    }
    return Reason.of(why(last, next))
        .with("first", last.judged().name())
        .with("second", next.judged().name());
  }

  private static String why(Weighed first, Weighed second) {
    if (first.candidate().lastOfferedAt() == null && second.candidate().lastOfferedAt() != null) {
      return "tie-never-offered";
    }
    if (second.candidate().lastOfferedAt() != null
        && first.candidate().lastOfferedAt().isBefore(second.candidate().lastOfferedAt())) {
      return "tie-offered-longer-ago";
    }
    return first.judged().score().equals(second.judged().score())
        ? "tie-alphabet"
        : "tie-little-higher";
  }
}
