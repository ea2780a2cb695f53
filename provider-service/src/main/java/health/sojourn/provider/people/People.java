package health.sojourn.provider.people;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.provider.ProviderConfig;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.people.PeopleLog.Act;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Inviting people, binding them to their work and ending it. Nobody locks out himself, and the last
 * admin stays. Changes happen one after the other, whichever replica makes them, so that two admins
 * can't remove each other and a second click finds what the first has made.
 */
@ApplicationScoped
class People {
  private static final List<String> ACTIONS = List.of("UPDATE_PASSWORD", "VERIFY_EMAIL");
  private static final String SIGN_IN_CLIENT = "sojourn-gateway";
  static final Duration INVITATION = Duration.ofDays(3);
  private static final int BATCH = 100;

  private final Accounts accounts;
  private final PeopleLog log;
  private final Clinics clinics;
  private final EntityManager entities;
  private final ProviderConfig config;

  People(
      Accounts accounts,
      PeopleLog log,
      Clinics clinics,
      EntityManager entities,
      ProviderConfig config) {
    this.accounts = accounts;
    this.log = log;
    this.clinics = clinics;
    this.entities = entities;
    this.config = config;
  }

  /**
   * @throws Problem 404
   */
  Person get(UUID id) {
    return accounts.person(id);
  }

  /**
   * Staff and other clinics' people are nobody here.
   *
   * @throws Problem 404
   */
  Person of(String clinic, UUID id) {
    Person person = get(id);
    if (!person.binding().isOnlyTo(clinic)) {
      throw Problem.notFound("person-not-found", "Nobody with this id works for the clinic.");
    }
    return person;
  }

  List<FieldError> errors(Binding binding) {
    return binding.errors(slug -> clinics.find(slug).isPresent());
  }

  /**
   * Makes the account and sends the mail that opens it. The same invitation again, while it waits
   * for its answer, only sends the mail again.
   *
   * @throws Problem 409 if the address has another account, 503 if the mail could not be sent
   */
  Person invite(UUID actor, Newcomer newcomer, Binding binding) {
    mustBePossible(binding);
    Person invited = change(() -> account(actor, newcomer, binding));
    mail(invited);
    return invited;
  }

  private Person account(UUID actor, Newcomer newcomer, Binding binding) {
    Optional<Person> known = accounts.withEmail(newcomer.email());
    if (known.isPresent() && !known.get().isInvitedAs(newcomer, binding)) {
      throw Accounts.emailTaken();
    }
    UUID id =
        known
            .map(Person::id)
            .orElseGet(() -> accounts.create(Account.of(newcomer, binding.clinic())));
    log.write(actor, known.isPresent() ? Act.INVITED_AGAIN : Act.INVITED, id, binding.text());
    accounts.setRoles(id, binding.roles());
    return accounts.person(id);
  }

  /**
   * @throws Problem 409 for a disabled account, 503 if the mail could not be sent
   */
  void inviteAgain(UUID actor, UUID id) {
    Person person =
        change(
            () -> {
              Person invited = accounts.person(id);
              if (!invited.enabled()) {
                throw Problem.conflict(
                    "account-disabled",
                    "The account is disabled. Enable it first, then send the invitation");
              }
              log.write(actor, Act.INVITED_AGAIN, id, null);
              return invited;
            });
    mail(person);
  }

  private void mail(Person person) {
    String first = person.roles().stream().findFirst().map(Role::firstPage).orElse("/");
    String back = config.publicUrl() + "/signin?return=" + first;
    try {
      accounts.mailActions(person.id(), SIGN_IN_CLIENT, back, INVITATION.toSeconds(), ACTIONS);
    } catch (Problem problem) {
      if (problem.status() != 503) {
        throw problem;
      }
      throw new Problem(
          503,
          "invitation-not-sent",
          "The account is there, but the mail could not be sent. Send the same invitation again in"
              + " a minute",
          List.of());
    }
  }

  /** Who was bound otherwise before has to sign in again, so that nothing of it stays. */
  void bind(UUID actor, UUID id, Binding binding) {
    mustBePossible(binding);
    change(
        () -> {
          Person person = accounts.person(id);
          if (person.roles().contains(Role.ADMIN) && !binding.roles().contains(Role.ADMIN)) {
            mayEnd(actor, person);
          }
          log.write(actor, Act.BOUND, id, binding.text());
          accounts.update(accounts.get(id).withClinic(binding.clinic()));
          accounts.setRoles(id, binding.roles());
          return null;
        });
    accounts.endSessions(id);
  }

  void disable(UUID actor, UUID id) {
    change(
        () -> {
          Person person = accounts.person(id);
          mayEnd(actor, person);
          log.write(actor, Act.DISABLED, id, null);
          accounts.update(accounts.get(id).withEnabled(false));
          return null;
        });
    accounts.endSessions(id);
  }

  void enable(UUID actor, UUID id) {
    change(
        () -> {
          log.write(actor, Act.ENABLED, id, null);
          accounts.update(accounts.get(id).withEnabled(true));
          return null;
        });
  }

  void remove(UUID actor, UUID id) {
    change(
        () -> {
          mayEnd(actor, accounts.person(id));
          log.write(actor, Act.REMOVED, id, null);
          accounts.remove(id);
          return null;
        });
  }

  /**
   * A clinic ends a colleague's account. Whoever does it is still there afterwards, so that a
   * clinic never shuts itself out, even if two remove each other at once.
   *
   * @throws Problem 404, 409 for the own account, 403 for somebody who was removed meanwhile
   */
  void removeColleague(UUID actor, String clinic, UUID id) {
    change(
        () -> {
          if (of(clinic, id).id().equals(actor)) {
            throw Problem.conflict(
                "own-account", "This is your own account. A colleague can remove it");
          }
          mustStillWorkFor(clinic, actor);
          log.write(actor, Act.REMOVED, id, null);
          accounts.remove(id);
          return null;
        });
  }

  private void mustStillWorkFor(String clinic, UUID actor) {
    boolean there;
    try {
      there = of(clinic, actor).enabled();
    } catch (Problem problem) {
      if (problem.status() != 404) {
        throw problem;
      }
      there = false;
    }
    if (!there) {
      throw Problem.forbidden(
          "account-ended", "Your own account was removed meanwhile. Nothing was changed.");
    }
  }

  private void mayEnd(UUID actor, Person person) {
    if (person.id().equals(actor)) {
      throw Problem.conflict("own-account", "This is your own account. Ask another admin to do it");
    }
    mustNotBeTheLastAdmin(person);
  }

  private void mustNotBeTheLastAdmin(Person person) {
    if (person.isEnabledAdmin() && !isAnotherAdmin(person.id())) {
      throw Problem.conflict(
          "last-admin",
          "This is the last admin who can sign in. Make somebody else an admin first");
    }
  }

  private boolean isAnotherAdmin(UUID id) {
    List<Account> some;
    int first = 0;
    do {
      some = accounts.withRole(Role.ADMIN, first, BATCH);
      if (some.stream().anyMatch(it -> it.enabled() && !it.id().equals(id))) {
        return true;
      }
      first += BATCH;
    } while (some.size() == BATCH);
    return false;
  }

  private void mustBePossible(Binding binding) {
    List<FieldError> errors = errors(binding);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private <T> T change(Supplier<T> change) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              entities
                  .createNativeQuery(
                      "select 1 from pg_advisory_xact_lock(hashtext('sojourn people'))")
                  .getSingleResult();
              return change.get();
            });
  }
}
