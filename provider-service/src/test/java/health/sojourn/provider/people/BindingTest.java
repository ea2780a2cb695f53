package health.sojourn.provider.people;

import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.http.FieldError;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BindingTest {

  @Test
  void staffNeedARoleAndNoClinic() {
    assertThat(wrong(null, Role.EDITOR, Role.ADMIN)).isEmpty();
    assertThat(wrong(null)).containsExactly("/roles required");
    assertThat(wrong("demo-bogota", Role.EDITOR)).containsExactly("/clinic no-clinic-role");
  }

  @Test
  void aCoordinatorWorksForExactlyOneClinicThatExistsAndHasNoOtherRole() {
    assertThat(wrong("demo-bogota", Role.CLINIC)).isEmpty();
    assertThat(wrong(" ", Role.CLINIC)).containsExactly("/clinic required");
    assertThat(wrong("nowhere", Role.CLINIC)).containsExactly("/clinic clinic-not-found");
    assertThat(wrong("demo-bogota", Role.CLINIC, Role.FACILITATOR))
        .containsExactly("/roles clinic-alone");
  }

  @Test
  void isWrittenTheSameHoweverItWasPutTogether() {
    assertThat(new Binding(Set.of(Role.ADMIN, Role.FACILITATOR), null).text())
        .isEqualTo("facilitator, admin");
    assertThat(Binding.toClinic("demo-bogota").text()).isEqualTo("clinic demo-bogota");
  }

  private static List<String> wrong(String clinic, Role... roles) {
    return new Binding(Set.of(roles), clinic)
        .errors("demo-bogota"::equals).stream().map(BindingTest::shortly).toList();
  }

  private static String shortly(FieldError error) {
    return error.pointer() + " " + error.code();
  }
}
