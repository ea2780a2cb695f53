package health.sojourn.provider.people;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody with an account.
 *
 * @param email null for an account that was made elsewhere without one
 * @param answered whether the invitation's link was followed
 */
record Person(
    UUID id,
    String username,
    String email,
    String givenName,
    String familyName,
    boolean enabled,
    boolean answered,
    Binding binding) {

  static Person of(Account account, Set<Role> roles) {
    return new Person(
        account.id(),
        account.username(),
        account.email(),
        account.firstName(),
        account.lastName(),
        account.enabled(),
        account.emailVerified(),
        new Binding(roles, account.clinic()));
  }

  public String name() {
    String name =
        Stream.of(givenName, familyName)
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? username : name;
  }

  public Set<Role> roles() {
    return Binding.inOrder(binding.roles());
  }

  public String clinic() {
    return binding.clinic();
  }

  boolean isEnabledAdmin() {
    return enabled && binding.roles().contains(Role.ADMIN);
  }

  /** The same invitation once more, such as by a second click, or one that broke off half way. */
  boolean isInvitedAs(Newcomer newcomer, Binding wanted) {
    boolean bound =
        binding.equals(wanted) || binding.equals(new Binding(Set.of(), wanted.clinic()));
    return enabled
        && !answered
        && bound
        && newcomer.email().equals(email)
        && newcomer.givenName().equals(givenName)
        && newcomer.familyName().equals(familyName);
  }
}
