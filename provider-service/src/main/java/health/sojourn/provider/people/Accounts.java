package health.sojourn.provider.people;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.defaults.FailureName;
import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.provider.people.KeycloakAdmin.RealmRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Accounts where they are kept. What Keycloak refuses is said in our words. */
@ApplicationScoped
class Accounts {
  private static final Logger LOG = Logger.getLogger(Accounts.class);
  private static final String NAME_NOT_ACCEPTED =
      "Write the name without special characters such as brackets, slashes or semicolons";

  private final KeycloakAdmin keycloak;
  private final ServiceToken token;

  Accounts(@RestClient KeycloakAdmin keycloak, ServiceToken token) {
    this.keycloak = keycloak;
    this.token = token;
  }

  /**
   * @throws Problem 404
   */
  Account get(UUID id) {
    return ask(t -> keycloak.user(t, id));
  }

  /**
   * @throws Problem 404
   */
  Person person(UUID id) {
    return person(get(id));
  }

  Person person(Account account) {
    return Person.of(account, roles(account.id()));
  }

  Optional<Person> withEmail(String email) {
    return ask(t -> keycloak.usersByEmail(t, email, true, false)).stream()
        .findFirst()
        .map(this::person);
  }

  /** Part of a name or address, each word anywhere. */
  List<Account> named(String words, int first, int max) {
    return ask(t -> keycloak.users(t, words, null, false, first, max));
  }

  List<Account> ofClinic(String slug, int first, int max) {
    return ask(t -> keycloak.users(t, null, Account.CLINIC + ":" + slug, false, first, max));
  }

  List<Account> withRole(Role role, int first, int max) {
    return ask(t -> keycloak.usersWithRole(t, role.code(), false, first, max));
  }

  UUID create(Account account) {
    return ask(
        t -> {
          try (Response created = keycloak.create(t, account)) {
            String path = created.getLocation().getPath();
            return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
          }
        });
  }

  void update(Account account) {
    tell(t -> keycloak.update(t, account.id(), account));
  }

  void remove(UUID id) {
    tell(t -> keycloak.remove(t, id));
  }

  void endSessions(UUID id) {
    tell(t -> keycloak.endSessions(t, id));
  }

  void mailActions(UUID id, String client, String back, long seconds, List<String> actions) {
    tell(t -> keycloak.mailActions(t, id, client, back, seconds, actions));
  }

  /** These roles and none else of ours; what the realm gives to everybody stays. */
  void setRoles(UUID id, Set<Role> wanted) {
    Set<Role> had = roles(id);
    Set<Role> given = Binding.inOrder(wanted);
    given.removeAll(had);
    Set<Role> taken = Binding.inOrder(had);
    taken.removeAll(wanted);
    if (!given.isEmpty()) {
      tell(t -> keycloak.giveRoles(t, id, inRealm(t, given)));
    }
    if (!taken.isEmpty()) {
      tell(t -> keycloak.takeRoles(t, id, inRealm(t, taken)));
    }
  }

  private Set<Role> roles(UUID id) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    ask(t -> keycloak.rolesOf(t, id)).forEach(it -> Role.of(it.name()).ifPresent(roles::add));
    return roles;
  }

  private List<RealmRole> inRealm(String token, Collection<Role> roles) {
    return roles.stream().map(role -> keycloak.role(token, role.code())).toList();
  }

  private void tell(Consumer<String> call) {
    ask(
        t -> {
          call.accept(t);
          return null;
        });
  }

  private <T> T ask(Function<String, T> call) {
    try {
      return call.apply(token.header());
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() != 401) {
        throw refused(e);
      }
      token.forget();
      return askAgain(call);
    } catch (ProcessingException e) {
      throw away(e);
    }
  }

  private <T> T askAgain(Function<String, T> call) {
    try {
      return call.apply(token.header());
    } catch (WebApplicationException e) {
      throw refused(e);
    } catch (ProcessingException e) {
      throw away(e);
    }
  }

  private static Problem refused(WebApplicationException e) {
    return switch (e.getResponse().getStatus()) {
      case 400 -> Problem.invalid(List.of(wrongField(e.getResponse())));
      case 404 -> Problem.notFound("person-not-found", "There is no such account.");
      case 409 -> emailTaken();
      default -> away(e);
    };
  }

  static Problem emailTaken() {
    String detail =
        "This address has an account already. Find it in the list of people, or invite another"
            + " address";
    return new Problem(
        409, "email-taken", detail, List.of(new FieldError("/email", "email-taken", detail)));
  }

  private static FieldError wrongField(Response response) {
    String field = response.readEntity(JsonNode.class).path("field").asText();
    return switch (field) {
      case "firstName" -> notAccepted("/givenName", NAME_NOT_ACCEPTED);
      case "lastName" -> notAccepted("/familyName", NAME_NOT_ACCEPTED);
      default ->
          notAccepted(
              "/email",
              "This address can't be used to sign in. Write it without special characters");
    };
  }

  private static FieldError notAccepted(String pointer, String detail) {
    return new FieldError(pointer, "not-accepted", detail);
  }

  private static Problem away(Exception cause) {
    LOG.warnf("Keycloak's admin API can't be used: %s", FailureName.ofRoot(cause));
    return new Problem(
        503,
        "people-unavailable",
        "Accounts can't be reached right now. Nothing was changed here; try again in a minute",
        List.of());
  }
}
