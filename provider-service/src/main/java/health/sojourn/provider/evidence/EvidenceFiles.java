package health.sojourn.provider.evidence;

import health.sojourn.defaults.Ids;
import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.provider.ProviderConfig;
import health.sojourn.provider.verification.Author;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Files that show something about a clinic. They are in the database, so that every replica and the
 * backup have them, in pieces, so that no file is in memory as a whole.
 */
@ApplicationScoped
public class EvidenceFiles {
  private static final int PIECE = 256 * 1024;

  @Inject EntityManager entities;
  @Inject ProviderConfig config;
  @Inject Clock clock;
  @Inject Ids ids;

  /**
   * Keeps a file. The same file a second time is the first.
   *
   * @param sentName what its sender calls it; may be null
   * @param content read to its end, not closed
   * @throws Problem 413 for a file over the limit, 415 for one that is none of {@link FileType},
   *     422 for an empty one; nothing is kept
   */
  @Transactional
  public EvidenceFile keep(String clinic, String sentName, InputStream content, Author author) {
    try {
      byte[] piece = content.readNBytes(PIECE);
      FileType type = typeOf(piece);
      var file = new EvidenceFile(ids.next(), FileName.tidy(sentName, type), type, 1, clinic);
      insert(file, author);
      MessageDigest digest = sha256();
      int size = 0;
      for (int place = 0; piece.length > 0; place++) {
        size += piece.length;
        fits(size);
        digest.update(piece);
        insert(file.id(), place, piece);
        piece = content.readNBytes(PIECE);
      }
      return known(file, size, digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that belongs to the clinic. */
  @Transactional
  public Optional<EvidenceFile> find(String clinic, UUID id) {
    return all(clinic, List.of(id)).stream().findFirst();
  }

  /** Those of the ids that belong to the clinic, oldest first. */
  @Transactional
  public List<EvidenceFile> all(String clinic, Collection<UUID> wanted) {
    return entities
        .createNativeQuery(
            """
            select id, file_name, type, size from evidence
            where clinic_slug = :clinic and id = any(:ids) order by id
            """,
            Tuple.class)
        .setParameter("clinic", clinic)
        .setParameter("ids", wanted.toArray(UUID[]::new))
        .getResultList()
        .stream()
        .map(row -> file((Tuple) row, clinic))
        .toList();
  }

  /** Writes the content, a piece at a time. */
  @Transactional
  public void copy(UUID id, OutputStream to) throws IOException {
    for (int place = 0; ; place++) {
      List<?> found =
          entities
              .createNativeQuery(
                  "select bytes from evidence_piece where evidence_id = :id and place = :place",
                  byte[].class)
              .setParameter("id", id)
              .setParameter("place", place)
              .getResultList();
      if (found.isEmpty()) {
        return;
      }
      to.write((byte[]) found.get(0));
    }
  }

  private static FileType typeOf(byte[] content) {
    if (content.length == 0) {
      throw new Problem(
          422,
          "evidence-empty",
          "The file is empty.",
          List.of(new FieldError("/file", "evidence-empty", "The file is empty. Choose another")));
    }
    byte[] beginning = Arrays.copyOf(content, Math.min(content.length, FileType.BEGINNING));
    String advice = "Choose a PDF, a JPEG or a PNG";
    return FileType.of(beginning)
        .orElseThrow(
            () ->
                new Problem(
                    415,
                    "evidence-type",
                    "The file is not a PDF, a JPEG or a PNG.",
                    List.of(new FieldError("/file", "evidence-type", advice))));
  }

  private void fits(int size) {
    long limit = config.evidenceSize().asLongValue();
    if (size > limit) {
      String detail = "The file is larger than " + limit / 1024 / 1024 + " MB";
      throw new Problem(
          413,
          "evidence-too-large",
          detail + ".",
          List.of(new FieldError("/file", "evidence-too-large", detail + ". Make it smaller")));
    }
  }

  private void insert(EvidenceFile file, Author author) {
    entities
        .createNativeQuery(
            """
            insert into evidence
              (id, clinic_slug, file_name, type, size, sha256, uploaded_at, uploaded_by)
            values (:id, :clinic, :name, :type, :size, ''::bytea, :at, :by)
            """)
        .setParameter("id", file.id())
        .setParameter("clinic", file.clinic())
        .setParameter("name", file.name())
        .setParameter("type", file.type().name())
        .setParameter("size", file.size())
        .setParameter("at", clock.instant())
        .setParameter("by", author.id())
        .executeUpdate();
  }

  private void insert(UUID id, int place, byte[] piece) {
    entities
        .createNativeQuery(
            "insert into evidence_piece (evidence_id, place, bytes) values (:id, :place, :bytes)")
        .setParameter("id", id)
        .setParameter("place", place)
        .setParameter("bytes", piece)
        .executeUpdate();
  }

  /** What is known only at the end; a file that was there already takes the new one's place. */
  private EvidenceFile known(EvidenceFile file, int size, byte[] hash) {
    List<?> same =
        entities
            .createNativeQuery(
                """
                select id, file_name, type, size from evidence
                where clinic_slug = :clinic and sha256 = :hash and file_name = :name
                """,
                Tuple.class)
            .setParameter("clinic", file.clinic())
            .setParameter("hash", hash)
            .setParameter("name", file.name())
            .getResultList();
    if (!same.isEmpty()) {
      entities
          .createNativeQuery("delete from evidence where id = :id")
          .setParameter("id", file.id())
          .executeUpdate();
      return file((Tuple) same.get(0), file.clinic());
    }
    entities
        .createNativeQuery("update evidence set size = :size, sha256 = :hash where id = :id")
        .setParameter("size", size)
        .setParameter("hash", hash)
        .setParameter("id", file.id())
        .executeUpdate();
    return new EvidenceFile(file.id(), file.name(), file.type(), size, file.clinic());
  }

  private static EvidenceFile file(Tuple row, String clinic) {
    return new EvidenceFile(
        row.get("id", UUID.class),
        row.get("file_name", String.class),
        FileType.valueOf(row.get("type", String.class)),
        row.get("size", Integer.class),
        clinic);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
