package health.sojourn.provider.people;

import health.sojourn.http.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a person may do, and for whom. Whoever works for a clinic works for exactly one and has no
 * other role: a coordinator never sees what facilitators see.
 *
 * @param clinic its slug, or null for everybody else
 */
record Binding(Set<Role> roles, String clinic) {
  Binding {
    roles = roles.isEmpty() ? Set.of() : Set.copyOf(roles);
    clinic = clinic == null || clinic.isBlank() ? null : clinic.strip();
  }

  static Binding toClinic(String slug) {
    return new Binding(Set.of(Role.CLINIC), slug);
  }

  boolean isOnlyTo(String slug) {
    return equals(toClinic(slug));
  }

  /**
   * @param exists whether there is a clinic with a slug
   */
  List<FieldError> errors(Predicate<String> exists) {
    List<FieldError> errors = new ArrayList<>();
    boolean atClinic = roles.contains(Role.CLINIC);
    if (roles.isEmpty()) {
      errors.add(new FieldError("/roles", "required", "Choose at least one role"));
    } else if (atClinic && roles.size() > 1) {
      errors.add(
          new FieldError(
              "/roles",
              "clinic-alone",
              "Whoever works for a clinic has no other role. Choose Clinic alone, or leave it out"));
    }
    if (atClinic && clinic == null) {
      errors.add(new FieldError("/clinic", "required", "Choose the clinic they work for"));
    } else if (!atClinic && clinic != null) {
      errors.add(
          new FieldError(
              "/clinic",
              "no-clinic-role",
              "Only the role Clinic goes with a clinic. Choose that role, or no clinic"));
    } else if (clinic != null && !exists.test(clinic)) {
      errors.add(
          new FieldError(
              "/clinic", "clinic-not-found", "There is no such clinic. Choose one from the list"));
    }
    return errors;
  }

  /** In a fixed order, for whoever reads the log: {@code clinic demo-bogota}. */
  String text() {
    String names = inOrder(roles).stream().map(Role::code).collect(Collectors.joining(", "));
    return clinic == null ? names : names + " " + clinic;
  }

  static Set<Role> inOrder(Collection<Role> roles) {
    return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
  }
}
