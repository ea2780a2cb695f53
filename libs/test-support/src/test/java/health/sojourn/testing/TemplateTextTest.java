package health.sojourn.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A template that speaks by itself is found")
class TemplateTextTest {
  @Test
  void inItsTextAttributesParametersAndExpressions() {
    assertEquals(Set.of("Hello"), spoken("<p class=\"lead\">Hello {name}</p>"));
    assertEquals(Set.of("Pages"), spoken("<nav aria-label=\"Pages\"></nav>"));
    assertEquals(Set.of("Why"), spoken("{#field name=\"a\" label=\"Why\" type=\"text\" /}"));
    assertEquals(Set.of("Not yet"), spoken("<p>{value.or('Not yet')}</p>"));
  }

  @Test
  void whileCodeNamesAndMessagesAreNoWords() {
    assertEquals(
        Set.of(),
        spoken(
            "{! A comment !}<p class=\"x {tone.or('info')}\">{web:skip} <code>curl</code> Sojourn &nbsp; Ana"
                + "</p>{#switch code}{#case 'OPEN'}{ui:word('state', 'OPEN')}{/switch}"));
  }

  @Test
  void andTwinsDifferInWordsAlone() {
    assertEquals(
        skeleton("<h2>One</h2><p>{a} of {b}</p>"), skeleton("<h2>Uno</h2><p>de {b} a {a}"));
    assertNotEquals(skeleton("<h2>One</h2>{a}"), skeleton("<h2>Uno</h2>"));
    assertNotEquals(skeleton("<a href=\"/a\">x</a>"), skeleton("<a href=\"/b\">x</a>"));
  }

  private static Set<String> spoken(String template) {
    return new TemplateText(template).spoken(Set.of("Ana"));
  }

  private static List<String> skeleton(String template) {
    return new TemplateText(template).skeleton();
  }
}
