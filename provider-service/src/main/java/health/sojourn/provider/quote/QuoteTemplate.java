package health.sojourn.provider.quote;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** A quote as a clinic likes to begin it, kept by name; it may be unfinished. */
@Entity
@Table(name = "quote_template")
public class QuoteTemplate {
  @Id UUID id;

  @Column(name = "clinic_slug")
  String clinic;

  public String name;

  @Convert(converter = StoredDraft.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "?::jsonb")
  NewQuote draft;

  public Instant savedAt;
}
