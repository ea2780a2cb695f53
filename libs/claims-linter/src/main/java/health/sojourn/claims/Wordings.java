package health.sojourn.claims;

import java.util.List;

/** The words of each rule. A word is added here together with sentences in the test. */
final class Wordings {
  private static final String FDA_NUMBER =
      "\\b(?:bla|nda|anda|pma|hde|stn|bl)\\W{0,3}(?:no\\.?\\s*|num\\w*\\s*)?\\d{4,}\\b|\\b[pkh]\\d{6}\\b";

  private static final String STANDARD = "\\biso\\s?(?:/\\s?ts)?[\\s-]*(?:22859|24651)\\b";

  private static final String CLAIM = "\\bclaim-\\w+";

  private static final List<Wording> ENGLISH =
      List.of(
          Wording.of(Rule.CURE, "\\bcur(?:e|es|ed|ing|able|ative)\\b"),
          Wording.of(Rule.GUARANTEED, "\\bguarantee(?:s|d|ing)?\\b|\\b100 ?% success\\b"),
          Wording.of(
              Rule.NO_RISK,
              "\\b(?:no|zero|without(?: any)?)(?: known)? (?:risks?|dangers?|side[ -]effects?)\\b"
                  + "(?! (?:factors?|assessments?|groups?|categor\\w+|scores?))"
                  + "|\\brisk[ -]?free\\b"
                  + "|(?:\\b(?:completely|totally|absolutely|entirely|perfectly)|\\b100 ?%) safe\\b"),
          Wording.of(
              Rule.FDA_APPROVED,
              "\\bfda[ -](?:(?!not\\b|never\\b)\\w+[ -])?(?:approv(?:ed|al)|clear(?:ed|ance)|licen[sc]ed|authori[sz]ed)\\b"
                  + "|\\b(?:approved|cleared|licen[sc]ed|authori[sz]ed) by (?:the )?(?:u\\.?s\\.? )?fda\\b"
                  + "|\\bapproval (?:of|from|by) (?:the )?(?:u\\.?s\\.? )?fda\\b",
              FDA_NUMBER),
          Wording.of(
              Rule.RESEARCH_STANDARD,
              STANDARD,
              "\\b(?:for|to) research\\b|\\bresearch[ -](?:only|use|purposes|standards?)\\b"
                  + "|\\bonly (?:for|in) research\\b"
                  + "|\\bnot\\b[^.;]{0,60}\\b(?:clinical|treatments?|therap(?:y|ies)|patients?)\\b"),
          Wording.of(
              Rule.AVOID_SURGERY,
              "\\b(?:avoid(?:s|ed|ing)?|escap(?:e|es|ing)|prevent(?:s|ed|ing)?|skip(?:s|ping)?"
                  + "|eliminat(?:e|es|ing)|replac(?:e|es|ing)|spar(?:e|es|ing) you)"
                  + " (?:(?:the|a|an|any|your|need|for|having|to|have|total|knee|joint|invasive|major) ){0,5}"
                  + "(?:surgery|surgeries|operations?|(?:knee|joint) (?:replacement|prosthesis))\\b"
                  + "|\\balternatives? to (?:(?:a|an|the|total|knee|joint|major) ){0,3}"
                  + "(?:surgery|operations?|replacement)\\b"
                  + "|\\b(?:no|without(?: the| any)?) need (?:for|of) (?:surgery|(?:an )?operation)\\b"
                  + "|\\bno (?:surgery|operation)(?: is)? (?:needed|required|necessary)\\b"
                  + "|\\b(?:won't|will not|will never|never) need (?:(?:a|an|any|knee|joint) ){0,3}"
                  + "(?:surgery|operation|replacement)\\b",
              CLAIM));

  private static final List<Wording> SPANISH =
      List.of(
          Wording.of(
              Rule.CURE,
              "\\bcur(?:a|an|amos|ar|arse|arte|arle|arlo|arla|ara|aran|aremos|o|aron|ado|ada"
                  + "|ados|adas|ando|e|en|able|ables|acion|aciones|ativ[oa]s?)\\b"
                  + "(?! (?:de |en )?(?:la |las |el |los |su |sus )?(?:heridas?|cicatri\\w+|puntos?|vendajes?)\\b)"),
          Wording.of(
              Rule.GUARANTEED,
              "\\bgarant(?:ia|ias|iza|izan|izamos|izo|izar|izarle|izara|izaran|izado|izada|izados"
                  + "|izadas|izando)\\b|\\b100 ?% de exito\\b"),
          Wording.of(
              Rule.NO_RISK,
              "\\bsin (?:ningun |ninguna |ningunos )?(?:riesgos?|peligros?|efectos (?:secundarios|adversos))\\b"
                  + "|\\b(?:cero|nulo) riesgos?\\b|\\briesgos? (?:cero|nulos?)\\b"
                  + "|\\b(?:libres?|exent[oa]s?) de (?:todo )?(?:riesgos?|peligros?)\\b"
                  + "|\\bno (?:hay|tiene|tienen|existe|existen|implica|implican|conlleva|conllevan|presenta)"
                  + " (?:ningun |ningunos )?(?:riesgos?|peligros?|efectos (?:secundarios|adversos))\\b"
                  + "|(?:\\b(?:completamente|totalmente|absolutamente)|\\b100 ?%) segur[oa]s?\\b"),
          Wording.of(
              Rule.FDA_APPROVED,
              "\\b(?:aprobad|autorizad|licenciad)[oa]s? por (?:la )?fda\\b"
                  + "|\\b(?:aprobacion|autorizacion|licencia) (?:de|por) (?:la )?fda\\b"
                  + "|\\bla fda (?:lo |la |los |las |ha )?(?:aprueba|aprobo|aprobado|autoriza|autorizo|autorizado)\\b"
                  + "|\\bfda[ -]approved\\b",
              FDA_NUMBER),
          Wording.of(
              Rule.RESEARCH_STANDARD,
              STANDARD,
              "\\b(?:para|a) (?:la )?investigacion\\b|\\b(?:solo|unicamente|exclusivamente)\\b[^.;]{0,30}\\binvestigacion\\b"
                  + "|\\bno\\b[^.;]{0,60}\\b(?:clinic[oa]s?|tratamientos?|terapias?|pacientes?)\\b"),
          Wording.of(
              Rule.AVOID_SURGERY,
              "\\b(?:evit(?:a|an|ar|e|en|ara|aran|amos|ando|arle|arse)|elimin(?:a|an|ar)|sustituy(?:e|en)|sustituir|ahorr(?:a|ar|arse|ese))"
                  + " (?:(?:le|la|el|una|un|su|que|operarse|de|necesidad|tener|pasar|por|someterse|a) ){0,6}"
                  + "(?:cirugias?|operacion|operaciones|operarse|quirofano|protesis)\\b"
                  + "|\\balternativas? a (?:(?:la|una|el|de) ){0,2}(?:cirugia|operacion|protesis)\\b"
                  + "|\\bsin (?:necesidad de (?:una )?(?:cirugia|operacion|operarse)|operarse|pasar por el quirofano)\\b"
                  + "|\\bno (?:necesita|necesitara|hace falta|hara falta) (?:una |la )?"
                  + "(?:cirugia|operacion|operarse|protesis)\\b",
              CLAIM));

  private Wordings() {}

  static List<Wording> of(Tongue tongue) {
    return tongue == Tongue.SPANISH ? SPANISH : ENGLISH;
  }
}
