package health.sojourn.gateway.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A public answer")
class PublicAnswerTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @ParameterizedTest
  @CsvSource({
    "'public, max-age=60', 10",
    "'public, max-age=3', 3",
    "'max-age=5,PUBLIC', 5",
    "'public, max-age=60, s-maxage=2', 2",
  })
  void isKeptAsLongAsItSaysButNotLonger(String cacheControl, long seconds) {
    assertEquals(Optional.of(Duration.ofSeconds(seconds)), lifetime(answer(cacheControl)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max-age=60",
        "public",
        "public, max-age=0",
        "public, s-maxage=0, max-age=60",
        "public, max-age=60, no-store",
        "public, max-age=60, no-cache",
        "public, max-age=60, private",
        "public, max-age=60, private=\"x\"",
        "public, max-age=soon",
        "public, max-age=-5",
        "no-store",
        ""
      })
  void isNotKeptWithoutLeave(String cacheControl) {
    assertEquals(Optional.empty(), lifetime(answer(cacheControl)));
  }

  @Test
  void isNotKeptWhenItIsSomebodysOrPartOfOne() {
    for (String header : new String[] {"Set-Cookie", "Content-Range"}) {
      assertEquals(Optional.empty(), lifetime(answer("public, max-age=60").add(header, "x")));
    }
    for (String vary : new String[] {"*", "Accept, Cookie", "cookie"}) {
      assertEquals(Optional.empty(), lifetime(answer("public, max-age=60").add("Vary", vary)));
    }
    assertEquals(
        Optional.empty(), PublicAnswer.lifetime(404, answer("public, max-age=60"), LONGEST));
  }

  @Test
  void isAsOldAsItSays() {
    MultiMap answer = answer("public, max-age=60").add("Age", "56");
    assertEquals(Optional.of(Duration.ofSeconds(4)), lifetime(answer));
    assertEquals(Optional.empty(), lifetime(answer.set("Age", "60")));
  }

  @Test
  void suitsWhoAskedWithTheSameHeadersItVariesBy() {
    MultiMap answer = answer("public, max-age=60").add("Vary", "Accept-Language, Accept");
    PublicAnswer kept = keep(request("es").add("Accept", "text/html"), answer);
    assertTrue(kept.suits(request("es").add("accept", "text/html").add("X-Other", "1")));
    assertFalse(kept.suits(request("en").add("Accept", "text/html")));
    assertFalse(kept.suits(request("es").add("Accept", "application/json")));
    assertFalse(kept.suits(request("es")));
  }

  @Test
  void isFreshForItsTime() {
    PublicAnswer kept = keep(request("en"), answer("public, max-age=60"));
    assertTrue(kept.isFresh(LONGEST.toNanos() - 1));
    assertFalse(kept.isFresh(LONGEST.toNanos()));
  }

  @ParameterizedTest
  @CsvSource({"'\"a\"',true", "'W/\"a\"',true", "'\"b\", \"a\"',true", "*,true", "'\"b\"',false"})
  void isKnownByItsTag(String ifNoneMatch, boolean known) {
    MultiMap request = request("en").add("If-None-Match", ifNoneMatch);
    assertEquals(known, PublicAnswer.isKnown("\"a\"", request));
    assertFalse(PublicAnswer.isKnown(null, request));
    assertFalse(PublicAnswer.isKnown("\"a\"", request("en")));
  }

  private static PublicAnswer keep(MultiMap request, MultiMap answer) {
    return PublicAnswer.of(request, answer, Buffer.buffer("text"), 0, LONGEST);
  }

  private static Optional<Duration> lifetime(MultiMap answer) {
    return PublicAnswer.lifetime(200, answer, LONGEST);
  }

  private static MultiMap answer(String cacheControl) {
    return MultiMap.caseInsensitiveMultiMap().add("Cache-Control", cacheControl);
  }

  private static MultiMap request(String language) {
    return MultiMap.caseInsensitiveMultiMap().add("Accept-Language", language);
  }
}
