package health.sojourn.inquiry.routing;

/**
 * One part of a score.
 *
 * @param value 0 to 1, two decimals
 * @param text what it comes from, in words
 */
public record Component(String name, double weight, double value, String text) {}
