package health.sojourn.inquiry.intake;

import health.sojourn.defaults.Ids;
import health.sojourn.inquiry.privacy.Fingerprints;
import health.sojourn.inquiry.privacy.Marks;
import health.sojourn.inquiry.privacy.Marks.Kind;
import health.sojourn.inquiry.privacy.Marks.Mark;
import health.sojourn.inquiry.privacy.Vault;
import health.sojourn.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Seals and opens what is private about an inquiry. Who opens writes it into the audit log. */
@ApplicationScoped
public class Dossiers {
  private static final String IDENTITY = "identity";
  private static final String HEALTH = "health";

  private final EntityManager em;
  private final Vault vault;
  private final Fingerprints fingerprints;
  private final Marks marks;
  private final Ids ids;

  Dossiers(EntityManager em, Vault vault, Fingerprints fingerprints, Marks marks, Ids ids) {
    this.em = em;
    this.vault = vault;
    this.fingerprints = fingerprints;
    this.marks = marks;
    this.ids = ids;
  }

  @Transactional
  public Dossier.Identity identity(Inquiry inquiry) {
    return identity(em.find(Dossier.class, inquiry.patientId()));
  }

  private Dossier.Identity identity(Dossier dossier) {
    return vault.open(
        dossier.id, dossier.wrappedKey, IDENTITY, dossier.identity, Dossier.Identity.class);
  }

  /**
   * Whole names, by inquiry; what is gone meanwhile is left out. For comparing only, where nobody
   * reads them.
   */
  @Transactional
  Map<UUID, String> names(Collection<UUID> inquiries) {
    Map<UUID, String> names = new HashMap<>();
    em.createQuery(
            """
            select inquiry.id, dossier
            from Inquiry inquiry join Dossier dossier on dossier.id = inquiry.patientId
            where inquiry.id in :inquiries
            """,
            Object[].class)
        .setParameter("inquiries", inquiries)
        .getResultList()
        .forEach(row -> names.put((UUID) row[0], identity((Dossier) row[1]).wholeName()));
    return names;
  }

  @Transactional
  public Dossier.Health health(Inquiry inquiry) {
    Dossier dossier = em.find(Dossier.class, inquiry.patientId());
    return vault.open(dossier.id, dossier.wrappedKey, HEALTH, dossier.health, Dossier.Health.class);
  }

  /**
   * Seals what somebody wrote about this inquiry under the patient's key.
   *
   * @param what the one thing it can be opened as, such as {@code message/<id>}
   */
  @Transactional
  public byte[] sealText(Inquiry inquiry, String what, String text) {
    Dossier dossier = em.find(Dossier.class, inquiry.patientId());
    return vault.seal(dossier.id, dossier.wrappedKey, what, text);
  }

  @Transactional
  public String openText(Inquiry inquiry, String what, byte[] sealed) {
    Dossier dossier = em.find(Dossier.class, inquiry.patientId());
    return vault.open(dossier.id, dossier.wrappedKey, what, sealed, String.class);
  }

  /** Seals under a new key, in the caller's transaction. The input has passed {@link Checks}. */
  @Transactional(Transactional.TxType.MANDATORY)
  Sealed seal(NewInquiry asked) {
    UUID id = ids.next();
    Dossier.Identity identity = identity(asked);
    Dossier dossier = new Dossier();
    dossier.id = id;
    dossier.masterKey = vault.masterKeyName();
    dossier.wrappedKey = vault.newKey(id);
    dossier.identity = vault.seal(id, dossier.wrappedKey, IDENTITY, identity);
    dossier.health = vault.seal(id, dossier.wrappedKey, HEALTH, health(asked));
    em.persist(dossier);
    em.flush();
    return new Sealed(id, mark(id, identity), identity.mailAddress() != null);
  }

  /**
   * Wraps a patient's key by the master key of now and makes the hashes anew, in the caller's
   * transaction.
   *
   * @throws IllegalStateException if no known master key opens it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void rewrap(UUID id) {
    Dossier dossier = em.find(Dossier.class, id, LockModeType.PESSIMISTIC_WRITE);
    Dossier.Identity identity = identity(dossier);
    dossier.wrappedKey = vault.rewrap(id, dossier.wrappedKey);
    dossier.masterKey = vault.masterKeyName();
    marks.clear(id);
    mark(id, identity);
  }

  /**
   * @return the hashes by which other inquiries of the same person are found
   */
  private List<byte[]> mark(UUID id, Dossier.Identity identity) {
    List<Mark> found = new ArrayList<>();
    List<byte[]> contact = new ArrayList<>();
    if (identity.email() != null) {
      found.add(new Mark(Kind.EMAIL, fingerprints.email(identity.email())));
      contact.addAll(fingerprints.accepted(it -> it.email(identity.email())));
    }
    if (identity.phone() != null) {
      found.add(new Mark(Kind.PHONE, fingerprints.phone(identity.phone())));
      contact.addAll(fingerprints.accepted(it -> it.phone(identity.phone())));
    }
    if (identity.contact() != null && identity.contact().email() != null) {
      found.add(new Mark(Kind.CONTACT_EMAIL, fingerprints.email(identity.contact().email())));
    }
    for (byte[] part : fingerprints.name(identity.givenName(), identity.familyName())) {
      found.add(new Mark(Kind.NAME, part));
    }
    marks.add(id, found);
    return contact;
  }

  private static Dossier.Identity identity(NewInquiry asked) {
    NewInquiry.Patient patient = asked.patient();
    NewInquiry.Contact contact = asked.contact();
    return new Dossier.Identity(
        patient.givenName().strip(),
        patient.familyName().strip(),
        strippedOrNull(patient.email()),
        strippedOrNull(patient.phone()) == null
            ? null
            : Contacts.phone(patient.phone(), patient.country()).orElseThrow(),
        contact == null
            ? null
            : new Dossier.Contact(
                contact.relation().name(),
                contact.givenName().strip(),
                strippedOrNull(contact.email())));
  }

  private static Dossier.Health health(NewInquiry asked) {
    NewInquiry.Condition told = asked.condition();
    NewInquiry.Wishes wishes = asked.wishes();
    String from = strippedOrNull(wishes.from());
    return new Dossier.Health(
        new InquiryCase.Condition(
            told.joint().name(),
            told.side() == null ? null : told.side().name(),
            told.kellgrenLawrence(),
            told.painNow(),
            told.sinceYear(),
            names(told.treatmentsTried()),
            told.heightCm(),
            told.weightKg(),
            names(told.contraindications())),
        new InquiryCase.Wishes(
            distinct(wishes.clinics()),
            distinct(wishes.countries()),
            wishes.budget() == null
                ? null
                : Money.of(wishes.budget().amount(), wishes.budget().currency()),
            distinct(wishes.languages()),
            from == null ? null : LocalDate.parse(from)),
        strippedOrNull(told.notes()));
  }

  private static List<String> names(List<? extends Enum<?>> choices) {
    return distinct(choices.stream().map(Enum::name).toList());
  }

  private static List<String> distinct(List<String> list) {
    return list.stream().distinct().toList();
  }

  private static String strippedOrNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
