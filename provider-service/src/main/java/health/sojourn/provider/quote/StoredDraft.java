package health.sojourn.provider.quote;

import jakarta.persistence.Converter;

/** A template's draft as it lies in the database. */
@Converter
public class StoredDraft extends StoredDocument<NewQuote> {
  public StoredDraft() {
    super(NewQuote.class);
  }
}
