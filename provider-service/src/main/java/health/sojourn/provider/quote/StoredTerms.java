package health.sojourn.provider.quote;

import jakarta.persistence.Converter;

/** A quote's terms as they lie in the database. */
@Converter
public class StoredTerms extends StoredDocument<QuoteTerms> {
  public StoredTerms() {
    super(QuoteTerms.class);
  }
}
