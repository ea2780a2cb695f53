package health.sojourn.provider.people;

import health.sojourn.http.Cursors;
import health.sojourn.http.Page;
import health.sojourn.provider.directory.Clinics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of people, by the name they sign in with. Keycloak narrows by one thing at a time; the
 * rest is compared here, so that filters may be combined.
 */
@ApplicationScoped
class PeopleSearch {
  private static final int BATCH = 100;

  private final Accounts accounts;
  private final Clinics clinics;
  private final Cursors cursors;

  PeopleSearch(Accounts accounts, Clinics clinics, Cursors cursors) {
    this.accounts = accounts;
    this.clinics = clinics;
    this.cursors = cursors;
  }

  /** Each is null where it does not matter. */
  record Filter(String text, Role role, String clinic) {
    private boolean fits(Account account) {
      String all =
          Stream.of(account.username(), account.email(), account.firstName(), account.lastName())
              .filter(it -> it != null)
              .collect(Collectors.joining(" "))
              .toLowerCase(Locale.ROOT);
      return words().stream().allMatch(all::contains)
          && (clinic == null || clinic.equals(account.clinic()));
    }

    private boolean fits(Person person) {
      return role == null || person.binding().roles().contains(role);
    }

    private List<String> words() {
      String plain = text == null ? "" : text.replaceAll("[*\"]", " ").toLowerCase(Locale.ROOT);
      return Arrays.stream(plain.strip().split("\\s+")).filter(it -> !it.isEmpty()).toList();
    }
  }

  /** Keycloak pages by counting; there is nothing better to go on from. */
  record Position(int first) {
    Position {
      if (first < 0) {
        throw new IllegalArgumentException("Before the start");
      }
    }
  }

  Page<Person> find(Filter filter, String cursor, int limit) {
    int first = cursors.read(cursor, Position.class).map(Position::first).orElse(0);
    List<Person> found = new ArrayList<>();
    while (true) {
      List<Account> batch = accounts(filter, first);
      for (Account account : batch) {
        if (filter.fits(account)) {
          Person person = accounts.person(account);
          if (filter.fits(person) && found.size() == limit) {
            return new Page<>(found, cursors.write(new Position(first)));
          }
          if (filter.fits(person)) {
            found.add(person);
          }
        }
        first++;
      }
      if (batch.size() < BATCH) {
        return new Page<>(found, null);
      }
    }
  }

  private List<Account> accounts(Filter filter, int first) {
    if (filter.clinic() != null) {
      // Only a slug of ours can't mean anything else in Keycloak's query.
      return clinics.find(filter.clinic()).isEmpty()
          ? List.of()
          : accounts.ofClinic(filter.clinic(), first, BATCH);
    }
    if (filter.role() != null) {
      return accounts.withRole(filter.role(), first, BATCH);
    }
    String words =
        filter.words().stream().map(it -> "*" + it + "*").collect(Collectors.joining(" "));
    return accounts.named(words.isEmpty() ? null : words, first, BATCH);
  }
}
