package health.sojourn.provider.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One value to narrow the list to.
 *
 * @param count of clinics that also fit all filters by other attributes
 */
public record FacetCount(
    @Schema(examples = "CO", maxLength = 120) String value,
    @Schema(examples = "3", minimum = "0") int count) {}
