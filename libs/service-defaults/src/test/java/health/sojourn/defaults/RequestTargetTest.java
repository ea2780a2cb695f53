package health.sojourn.defaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "*",
        "/clinics",
        "/clinics/demo-bogota?next=/a//b;c",
        "/clinics/demo%20bogot%C3%A1",
        "/ui/app.v1.css",
        "/files/..hidden",
        "/inquiries/SJ-1234-5678"
      })
  void acceptsWhatCanBeReadInOneWay(String target) {
    assertEquals(Optional.empty(), RequestTarget.objection(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "clinics",
        "http://elsewhere/clinics",
        "/desk;a=b",
        "/desk%3Ba",
        "/a%2Fdesk",
        "/a%5cdesk",
        "/a\\desk",
        "//desk",
        "/a//b",
        "/a/./b",
        "/a/../desk",
        "/a/..",
        "/a/%2e%2E/desk",
        "/a/.%2e",
        "/a%252fdesk",
        "/a%00",
        "/a%0d%0ab",
        "/a%7f",
        "/a%",
        "/a%4",
        "/a%zz",
        "/a b",
        "/a\tb",
        "/bogotá",
        "/a?x=%00"
      })
  void refusesWhatTwoReadersCouldUnderstandDifferently(String target) {
    assertTrue(RequestTarget.objection(target).isPresent());
  }
}
