package health.sojourn.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds promises in what clinics and authors write about a therapy. It reads words, not meaning: a
 * hit is a question to a person, who changes the text or says why it stands. What is denied ("does
 * not cure") is no promise.
 */
public final class ClaimsLinter {
  /** A sentence ends here, or with its paragraph. */
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)|\n|;");

  /** How far back a denial is looked for, and around a hit what makes it harmless. */
  private static final int REACH = 300;

  private ClaimsLinter() {}

  /** Hits in the order of the text, each place once a rule. */
  public static List<Hit> lint(String text, Tongue tongue) {
    return lint(text, List.of(tongue));
  }

  /**
   * For a text whose language nobody stated: the promises of every language that is known. A word
   * may be one of several, so it is denied by a denial in any of them.
   */
  public static List<Hit> lint(String text) {
    return lint(text, List.of(Tongue.values()));
  }

  private static List<Hit> lint(String text, List<Tongue> tongues) {
    Folded folded = Folded.of(text);
    List<Hit> hits = new ArrayList<>();
    for (Wording wording : tongues.stream().flatMap(it -> Wordings.of(it).stream()).toList()) {
      Matcher found = wording.promise().matcher(folded.text());
      while (found.find()) {
        if (isPromise(wording, tongues, folded.text(), found.start(), found.end())) {
          hits.add(new Hit(wording.rule(), folded.start(found.start()), folded.end(found.end())));
        }
      }
    }
    return inOrder(hits);
  }

  private static boolean isPromise(
      Wording wording, List<Tongue> tongues, String text, int start, int end) {
    int begin = sentenceStart(text, start);
    int stop = sentenceEnd(text, end);
    if (wording.harmlessWith() != null
        && wording.harmlessWith().matcher(text.substring(begin, stop)).find()) {
      return false;
    }
    String before = text.substring(begin, start);
    String promise = text.substring(start, end);
    String after = text.substring(end, stop);
    return tongues.stream().map(Denial::of).noneMatch(it -> it.covers(before, promise, after));
  }

  private static int sentenceStart(String text, int from) {
    int earliest = Math.max(0, from - REACH);
    Matcher ends = SENTENCE_END.matcher(text).region(earliest, from);
    int begin = earliest;
    while (ends.find()) {
      begin = ends.end();
    }
    return begin;
  }

  private static int sentenceEnd(String text, int from) {
    int latest = Math.min(text.length(), from + REACH);
    Matcher ends = SENTENCE_END.matcher(text).region(from, latest);
    return ends.find() ? ends.start() : latest;
  }

  private static List<Hit> inOrder(List<Hit> hits) {
    List<Hit> kept = new ArrayList<>();
    hits.stream()
        .sorted(
            Comparator.comparingInt(Hit::start)
                .thenComparing(Hit::rule)
                .thenComparing(Comparator.comparingInt(Hit::end).reversed()))
        .filter(hit -> kept.stream().noneMatch(earlier -> covers(earlier, hit)))
        .forEach(kept::add);
    return List.copyOf(kept);
  }

  private static boolean covers(Hit earlier, Hit hit) {
    return earlier.rule() == hit.rule() && hit.start() < earlier.end();
  }
}
