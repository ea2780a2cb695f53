package health.sojourn.provider.change;

import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.provider.verification.CheckMethod;
import health.sojourn.web.Words;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChangeWordsTest {

  @Test
  void everyCodeHasWords() {
    assertThat(Words.missing("standing", (Object[]) Standing.values())).isEmpty();
    assertThat(Words.missing("standingMeans", (Object[]) Standing.values())).isEmpty();
    assertThat(Words.missing("changeStatus", (Object[]) ChangeStatus.values())).isEmpty();
    assertThat(Words.missing("checkedBy", (Object[]) CheckMethod.values())).isEmpty();
    Object[] ways =
        Arrays.stream(CheckMethod.values())
            .flatMap(it -> it.levels().stream().map(level -> it.name() + "-" + level.code()))
            .toArray();
    assertThat(Words.missing("checkMethod", ways)).isEmpty();
  }
}
