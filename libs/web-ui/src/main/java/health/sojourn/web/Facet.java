package health.sojourn.web;

/**
 * One value a list can be narrowed to.
 *
 * @param count how many entries have it within the other filters; null where nobody counted
 */
public record Facet(String value, String label, Integer count, boolean selected) {}
