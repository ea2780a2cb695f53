package health.sojourn.content.citation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One source: what it is, how it was made, how many people were in it and what it found.
 *
 * @param year null where it is not known
 * @param participants in words: a pooling has trials and people, a law has none
 * @param seen how much of it was read; a source that was not seen carries nothing
 */
public record Citation(
    @Schema(examples = "cochrane-2025", maxLength = 60, pattern = "[a-z0-9-]+") String id,
    @Schema(maxLength = 400) String title,
    @Schema(maxLength = 200) String authors,
    @Schema(maxLength = 200) String journal,
    @Schema(examples = "2025") Integer year,
    @Schema(maxLength = 300) String design,
    @Schema(examples = "544 people in 8 trials", maxLength = 200) String participants,
    @Schema(examples = "10.1002/14651858.CD013342.pub2", maxLength = 200) String doi,
    @Schema(examples = "25822648", maxLength = 12, pattern = "[0-9]+") String pmid,
    @Schema(format = "uri", maxLength = 500) String url,
    @Schema(maxLength = 600) String finding,
    Seen seen) {

  /** How much of a source was read by whoever wrote the article. */
  public enum Seen {
    /** The source itself or its abstract. */
    SEEN,
    /** A part, or a report about it. */
    PARTLY,
    /** Its name only. */
    NOT_SEEN
  }

  public String doiLink() {
    return doi == null ? null : "https://doi.org/" + doi;
  }

  public String pmidLink() {
    return pmid == null ? null : "https://pubmed.ncbi.nlm.nih.gov/" + pmid + "/";
  }
}
