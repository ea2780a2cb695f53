package health.sojourn.claims;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as it is compared: without case, accents and invisible characters, so that none of them
 * hides a promise. It knows where each of its characters came from.
 */
final class Folded {
  private final String text;
  private final int[] origin;
  private final int originalLength;

  private Folded(String text, int[] origin, int originalLength) {
    this.text = text;
    this.origin = origin;
    this.originalLength = originalLength;
  }

  static Folded of(String original) {
    StringBuilder folded = new StringBuilder(original.length());
    int[] origin = new int[original.length() + 16];
    for (int i = 0; i < original.length(); i++) {
      int gapEnd = gapEnd(original, i);
      String plain = gapEnd > i ? gap(original.substring(i, gapEnd)) : plain(original.charAt(i));
      for (int j = 0; j < plain.length(); j++) {
        if (folded.length() == origin.length) {
          origin = Arrays.copyOf(origin, origin.length * 2);
        }
        origin[folded.length()] = i;
        folded.append(plain.charAt(j));
      }
      i = Math.max(i, gapEnd - 1);
    }
    return new Folded(folded.toString(), origin, original.length());
  }

  String text() {
    return text;
  }

  /** Where in the original the character at this place stands. */
  int start(int place) {
    return origin[place];
  }

  /** Where in the original something ends that ends here, exclusive. */
  int end(int place) {
    return place == text.length() ? originalLength : origin[place - 1] + 1;
  }

  /** Where the white space that begins here ends; the place itself if none does. */
  private static int gapEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isGap(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isGap(char one) {
    return Character.isWhitespace(one) || Character.isSpaceChar(one);
  }

  /** However wide, a gap is one space; an empty line ends what was said. */
  private static String gap(String white) {
    return white.replace("\r\n", "\n").chars().filter(it -> it == '\n').count() > 1 ? "\n" : " ";
  }

  private static String plain(char one) {
    if (one < 0x80) {
      return String.valueOf(Character.toLowerCase(one));
    }
    if (Character.isSurrogate(one)) {
      return String.valueOf(one);
    }
    StringBuilder plain = new StringBuilder(2);
    Normalizer.normalize(String.valueOf(one), Normalizer.Form.NFKD)
        .chars()
        .filter(Folded::isSeen)
        .map(Folded::ordinary)
        .map(Character::toLowerCase)
        .forEach(it -> plain.append((char) it));
    return plain.toString();
  }

  private static boolean isSeen(int one) {
    int type = Character.getType(one);
    return type != Character.NON_SPACING_MARK && type != Character.FORMAT;
  }

  /** Typographers' apostrophes and hyphens are the typewriter's. */
  private static int ordinary(int one) {
    return switch (one) {
      case '\u2018', '\u2019', '\u02bc' -> '\'';
      case '\u2010', '\u2011' -> '-';
      default -> one;
    };
  }
}
