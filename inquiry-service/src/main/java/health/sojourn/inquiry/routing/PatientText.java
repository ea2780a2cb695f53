package health.sojourn.inquiry.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A decision as the patient reads it: who was asked, why, and what kept the others out. Of health
 * it says no more than that a clinic's conditions did not fit.
 */
final class PatientText {
  private PatientText() {}

  static String of(Verdict verdict, boolean byHand) {
    List<String> sentences = new ArrayList<>();
    List<Judged> chosen = verdict.chosen();
    if (chosen.isEmpty()) {
      sentences.add(
          "None of the %d clinics that offer this treatment can take your inquiry at the moment."
              .formatted(verdict.candidates().size()));
    } else {
      sentences.add("We asked %s.".formatted(chosen.stream().map(PatientText::place).collect(AND)));
      sentences.add(byHand ? "A member of our team chose by hand." : reasons(verdict));
    }
    others(verdict, sentences);
    if (chosen.isEmpty()) {
      sentences.add("A member of our team now looks for another way and will tell you.");
    }
    return String.join(" ", sentences);
  }

  private static final java.util.stream.Collector<CharSequence, ?, String> AND =
      Collectors.joining(" and ");

  private static String place(Judged judged) {
    return "%s (%s, %s)".formatted(judged.name(), judged.city(), Names.country(judged.country()));
  }

  private static String reasons(Verdict verdict) {
    long eligible = verdict.candidates().stream().filter(Judged::eligible).count();
    String why =
        verdict.chosen().get(0).components().stream()
            .filter(component -> component.value() >= 0.5)
            .map(Component::text)
            .map(PatientText::inSentence)
            .collect(Collectors.joining("; "));
    return "Of %d clinics that offer this treatment, %d could take your inquiry.%s What a clinic pays us played no part."
        .formatted(
            verdict.candidates().size(),
            eligible,
            why.isEmpty() ? "" : " What spoke for the first: " + why + ".");
  }

  private static String inSentence(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static void others(Verdict verdict, List<String> sentences) {
    String out =
        verdict.keptOut().entrySet().stream()
            .map(entry -> "%d %s".formatted(entry.getValue(), because(entry.getKey())))
            .collect(Collectors.joining("; "));
    if (!out.isEmpty()) {
      sentences.add("Not asked: %s.".formatted(out));
    }
  }

  private static String because(HardRule rule) {
    return switch (rule) {
      case CONSENT -> "in a country you did not agree to share your case with";
      case LEGAL_BASIS -> "without a legal basis for the treatment that we know of";
      case SUSPENDED -> "suspended by us";
      case PATIENT_WISH -> "against a wish you named (clinic, country, budget or language)";
      case EXISTING_RELATION -> "asked before";
      case CLINICAL -> "with conditions that do not fit your answers";
      case VERIFICATION -> "whose licence we have not checked far enough";
      case CAPACITY -> "without room for a new inquiry now";
    };
  }
}
