package health.sojourn.provider.directory;

import health.sojourn.http.Language;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.verification.Checked;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactName.Subject;
import health.sojourn.provider.verification.Facts;
import health.sojourn.provider.verification.Statements;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place with a licence, doctors, languages and capacity, and what it offers. A suspended clinic
 * is in no list and gets no leads; its profile stays, so that a link somebody kept says why. What a
 * clinic pays us is not known here.
 *
 * <p>Change it through {@link Clinics}, which tells the other services in the same transaction.
 */
@Entity
public class Clinic {
  @Id private String slug;
  private String name;
  @Embedded private Place place;
  private boolean demo;
  private String ownWords;
  private LocalDate suspendedOn;
  private String suspendedBecause;
  @Embedded private Capacity capacity;

  @ElementCollection
  @CollectionTable(name = "clinic_fact", joinColumns = @JoinColumn(name = "clinic_slug"))
  @MapKeyColumn(name = "name")
  @MapKeyEnumerated(EnumType.STRING)
  private Map<FactName, Fact> facts = new EnumMap<>(FactName.class);

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "clinic_slug", nullable = false)
  @OrderBy("therapy")
  private List<Offer> offers = new ArrayList<>();

  @Transient private final Statements statements = new Statements();

  protected Clinic() {}

  /**
   * @param ownWords how the clinic describes itself; shown as its words, not as ours; may be null
   */
  public Clinic(
      String slug, String name, Place place, boolean demo, String ownWords, Capacity capacity) {
    this.slug = slug;
    this.name = name;
    this.place = place;
    this.demo = demo;
    this.ownWords = ownWords;
    this.capacity = capacity;
    FactName.about(Subject.ENTRY)
        .forEach(listed -> statements.add(listed, Fact.UNKNOWN, stated(listed)));
  }

  /**
   * @param fact {@link Fact#UNKNOWN} if it is no longer stated
   */
  public void state(FactName name, Fact fact) {
    if (name.subject() == Subject.OFFER) {
      throw new IllegalArgumentException(name + " is about an offer, not about a clinic");
    }
    Fact before = stated(name);
    if (name.subject() == Subject.ENTRY) {
      list(name, fact.value().isEmpty() ? null : fact.value().get(0));
    } else if (fact.isKnown()) {
      facts.put(name, fact);
    } else {
      facts.remove(name);
    }
    statements.add(name, before, fact);
  }

  /**
   * The same of an offer, if there is a therapy.
   *
   * @throws java.util.NoSuchElementException if the clinic does not offer it
   */
  public void state(String therapy, FactName name, Fact fact) {
    if (therapy == null) {
      state(name, fact);
    } else {
      offerFor(therapy).orElseThrow().state(name, fact);
    }
  }

  /** What is stated about the clinic itself; how it is listed is there as its own word. */
  public Fact stated(FactName name) {
    String listed =
        switch (name) {
          case NAME -> this.name;
          case CITY -> place.city();
          case TIME_ZONE -> place.timeZone();
          case LATITUDE -> Double.toString(place.latitude());
          case LONGITUDE -> Double.toString(place.longitude());
          case OWN_WORDS -> ownWords;
          default -> null;
        };
    return listed == null ? facts().get(name) : Fact.ownWord(listed);
  }

  private void list(FactName name, String value) {
    switch (name) {
      case NAME -> this.name = value;
      case CITY -> place = place.in(value);
      case TIME_ZONE -> place = place.within(value);
      case LATITUDE -> place = place.at(Double.parseDouble(value), place.longitude());
      case LONGITUDE -> place = place.at(place.latitude(), Double.parseDouble(value));
      case OWN_WORDS -> ownWords = value;
      default -> throw new IllegalArgumentException(name + " is a fact");
    }
  }

  public void add(Offer offer) {
    if (offerFor(offer.therapy()).isPresent()) {
      throw new IllegalArgumentException(slug + " already offers " + offer.therapy());
    }
    offers.add(offer);
  }

  public void suspend(LocalDate on, String because) {
    suspendedOn = on;
    suspendedBecause = because;
  }

  /** What it can take from now on, in place of what it said before. */
  public void declare(Capacity declared) {
    capacity.become(declared);
  }

  public String slug() {
    return slug;
  }

  public String name() {
    return name;
  }

  public Place place() {
    return place;
  }

  public boolean isDemo() {
    return demo;
  }

  public String ownWords() {
    return ownWords;
  }

  public boolean isSuspended() {
    return suspendedOn != null;
  }

  public LocalDate suspendedOn() {
    return suspendedOn;
  }

  public String suspendedBecause() {
    return suspendedBecause;
  }

  public Capacity capacity() {
    return capacity;
  }

  /** The day it is at the clinic. */
  public LocalDate dayAt(Instant now) {
    return LocalDate.ofInstant(now, place.zone());
  }

  public Facts facts() {
    return new Facts(Subject.CLINIC, facts);
  }

  /** What it stated anew since it was read, without its offers. */
  public Statements statements() {
    return statements;
  }

  public List<Offer> offers() {
    return List.copyOf(offers);
  }

  public Optional<Offer> offerFor(String therapy) {
    return offers.stream().filter(it -> it.therapy().equals(therapy)).findFirst();
  }

  public List<String> languages() {
    return facts().list(FactName.LANGUAGES);
  }

  /** The first of its languages that mails are written in, else English. */
  public Language mailLanguage() {
    return languages().stream()
        .map(Language::named)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Language.ENGLISH);
  }

  /** Of the clinic and all its offers. */
  public Checked checkedOn(LocalDate day) {
    return allFacts().map(it -> it.checkedOn(day)).reduce(new Checked(0, 0), Checked::plus);
  }

  /** The day after which something it states will have lost its level. */
  public Optional<LocalDate> nextExpiryFrom(LocalDate day) {
    return allFacts().flatMap(it -> it.nextExpiryFrom(day).stream()).min(LocalDate::compareTo);
  }

  private Stream<Facts> allFacts() {
    return Stream.concat(Stream.of(facts()), offers.stream().map(Offer::facts));
  }
}
