package health.sojourn.http;

/** An answer that goes on in another: it is sent with the {@code Link} header of the next page. */
public interface Paged {

  /** The cursor of the next page, or null at the end. */
  String next();
}
