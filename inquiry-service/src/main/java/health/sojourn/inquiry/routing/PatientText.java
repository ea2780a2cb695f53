package health.sojourn.inquiry.routing;

import health.sojourn.http.Language;
import health.sojourn.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A decision as the patient reads it: who was asked, why, and what kept the others out. Of health
 * it says no more than that a clinic's conditions did not fit.
 */
final class PatientText {
  private final Verdict verdict;
  private final Language language;
  private final List<String> sentences = new ArrayList<>();

  private PatientText(Verdict verdict, Language language) {
    this.verdict = verdict;
    this.language = language;
  }

  static String of(Verdict verdict, boolean byHand, Language language) {
    PatientText text = new PatientText(verdict, language);
    text.write(byHand);
    return String.join(" ", text.sentences);
  }

  private void write(boolean byHand) {
    List<Judged> chosen = verdict.chosen();
    if (chosen.isEmpty()) {
      say(Reason.of("nobody-asked").with("all", verdict.candidates().size()));
    } else {
      say(
          Reason.of("asked")
              .with(
                  "clinics", chosen.stream().map(this::place).collect(Collectors.joining(and()))));
      if (byHand) {
        say(Reason.of("by-hand"));
      } else {
        reasons();
      }
    }
    others();
    if (chosen.isEmpty()) {
      say(Reason.of("another-way"));
    }
  }

  private void say(Reason sentence) {
    sentences.add(sentence.in(language));
  }

  private String and() {
    return " " + Words.of("reason", "and", language) + " ";
  }

  private String place(Judged judged) {
    return "%s (%s, %s)"
        .formatted(judged.name(), judged.city(), Names.country(judged.country(), language));
  }

  private void reasons() {
    long eligible = verdict.candidates().stream().filter(Judged::eligible).count();
    say(
        Reason.of("could-be-asked")
            .with("all", verdict.candidates().size())
            .with("eligible", eligible));
    String why =
        verdict.chosen().get(0).components().stream()
            .filter(component -> component.value() >= 0.5)
            .map(component -> inSentence(component.in(language).text()))
            .collect(Collectors.joining("; "));
    if (!why.isEmpty()) {
      say(Reason.of("for-the-first").with("why", why));
    }
    say(Reason.of("commission-played-no-part"));
  }

  private static String inSentence(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private void others() {
    String out =
        verdict.keptOut().entrySet().stream()
            .map(rule -> rule.getValue() + " " + Words.of("keptOut", rule.getKey(), language))
            .collect(Collectors.joining("; "));
    if (!out.isEmpty()) {
      say(Reason.of("not-asked").with("out", out));
    }
  }
}
