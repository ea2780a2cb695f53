package health.sojourn.tasks;

/**
 * A kind of timed work.
 *
 * @param name stable, it is stored; such as {@code route-inquiry}
 * @param data what the work needs, stored as JSON
 */
public record TaskType<T>(String name, Class<T> data) {}
