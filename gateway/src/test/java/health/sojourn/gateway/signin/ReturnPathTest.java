package health.sojourn.gateway.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Where somebody returns to after the sign-in")
class ReturnPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/desk",
        "/desk/inquiries?status=UNPLACED&q=a%20b",
        "/clinics/demo-bogota#price"
      })
  void isAPathOfOurs(String path) {
    assertEquals(Optional.of(path), ReturnPath.local(path));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "desk",
        "/desk\nSet-Cookie: a=b",
        "/de sk",
        "/désk",
        "/desk\\x",
        "/signin",
        "/signin?return=/desk",
        "/%"
      })
  void isNothingElse(String path) {
    assertEquals(Optional.empty(), ReturnPath.local(path));
  }

  @Test
  void isTakenFromThePageThatAsked() {
    assertEquals(Optional.of("/desk?x=1"), ReturnPath.ofPage("http://localhost:8080/desk?x=1"));
    assertEquals(Optional.empty(), ReturnPath.ofPage("http://localhost:8080//evil.example"));
    assertEquals(Optional.empty(), ReturnPath.ofPage(null));
  }
}
