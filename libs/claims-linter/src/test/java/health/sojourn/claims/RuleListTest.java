package health.sojourn.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table is what authors and clinics are told. */
class RuleListTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  @Test
  void namesEveryRule() throws IOException {
    List<String> listed =
        ROW.matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(listed).isEqualTo(Arrays.stream(Rule.values()).map(Rule::id).toList());
  }

  @Test
  void everyRuleAdvisesInBothLanguages() {
    for (Rule rule : Rule.values()) {
      assertThat(rule.advice(Tongue.ENGLISH)).isNotEqualTo(rule.advice(Tongue.SPANISH));
      assertThat(Rule.of(rule.id())).contains(rule);
    }
  }
}
