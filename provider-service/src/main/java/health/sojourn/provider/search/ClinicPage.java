package health.sojourn.provider.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.sojourn.http.Paged;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of clinics with the counts of all filters. */
record ClinicPage(
    List<ClinicItem> items,
    @Schema(description = "The cursor of the next page; null at the end", maxLength = 1024)
        String next,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only with facets=true")
        Facets facets)
    implements Paged {}
