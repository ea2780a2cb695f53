package health.sojourn.provider.directory;

import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.provider.change.TestClinics;
import health.sojourn.tasks.Tasks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpirySaidTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Inject TestClinics clinics;
  @Inject Endings endings;
  @Inject Tasks tasks;
  @Inject EntityManager entities;

  @Test
  void theOthersHearOfItAtTheEndOfTheLastDay() {
    String slug = clinics.add(TODAY);
    assertThat(tasks.dueAt(endings.type(), slug + "/" + TODAY))
        .contains(TODAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    assertThat(said(slug)).singleElement().asString().contains("\"licenceLevel\":2");
  }

  @Test
  void whatIsSaidThenHasLostItsLevel() {
    String slug = clinics.add(TODAY.minusDays(1));
    endings.run("test", new Endings.Watch(slug));
    assertThat(said(slug)).hasSize(2);
    assertThat(said(slug).get(1).toString())
        .doesNotContain("licenceLevel")
        .contains("\"checked\":0");
  }

  private List<?> said(String slug) {
    return entities
        .createNativeQuery("select payload from event where key = :slug order by position")
        .setParameter("slug", slug)
        .getResultList();
  }
}
