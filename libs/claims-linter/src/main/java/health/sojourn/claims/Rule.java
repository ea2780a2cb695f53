package health.sojourn.claims;

import java.util.Arrays;
import java.util.Optional;

/** What nobody may promise. The list with examples is in this library's README. */
public enum Rule {
  CURE(
      "cure",
      "No study shows a cure. Say what was measured, in how many people and for how long.",
      "Ningún estudio muestra una curación. Diga qué se midió, en cuántas personas y durante cuánto"
          + " tiempo."),
  GUARANTEED(
      "guaranteed",
      "Nobody can guarantee a result. Say how often it happened, and in whom.",
      "Nadie puede garantizar un resultado. Diga con qué frecuencia ocurrió y en quiénes."),
  NO_RISK(
      "no-risk",
      "Every injection has risks. Name them, and how often they happened.",
      "Toda inyección tiene riesgos. Nómbrelos y diga con qué frecuencia ocurrieron."),
  FDA_APPROVED(
      "fda-approved",
      "Name the number of the approval (such as BLA 125397) and what it is for, or leave it out.",
      "Indique el número de la aprobación (por ejemplo BLA 125397) y para qué es, o quítelo."),
  RESEARCH_STANDARD(
      "research-standard",
      "ISO/TS 22859 and ISO 24651 are for research only. Say so, or name a standard for treatment.",
      "ISO/TS 22859 e ISO 24651 son solo para investigación. Dígalo, o nombre una norma para"
          + " tratamientos."),
  AVOID_SURGERY(
      "avoid-surgery",
      "Name the claim of the article that this rests on, such as claim-9, or leave it out.",
      "Indique la afirmación del artículo en que se apoya, por ejemplo claim-9, o quítelo.");

  private final String id;
  private final String english;
  private final String spanish;

  Rule(String id, String english, String spanish) {
    this.id = id;
    this.english = english;
    this.spanish = spanish;
  }

  /** Stable, kebab-case; it is stored with a justification. */
  public String id() {
    return id;
  }

  /** What to do instead. */
  public String advice(Tongue tongue) {
    return tongue == Tongue.SPANISH ? spanish : english;
  }

  public static Optional<Rule> of(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
