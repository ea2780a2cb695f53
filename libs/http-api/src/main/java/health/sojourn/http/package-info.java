/**
 * The API's conventions, wired once by being on the class path.
 *
 * <ul>
 *   <li>Failures: throw a {@link health.sojourn.http.Problem}; everything else that goes wrong gets
 *       the same form by itself. A service's codes are explained in its {@code
 *       META-INF/sojourn-problems.properties} ({@code <code>.title}, {@code <code>.advice}).
 *   <li>Bodies: records with Bean Validation and {@code @Valid}; violations become JSON Pointers.
 *   <li>Lists: {@link health.sojourn.http.Page} with {@link health.sojourn.http.Cursors}.
 *   <li>Reads that are the same for everybody: {@link health.sojourn.http.PublicReads}.
 *   <li>Changes of a known version: {@link health.sojourn.http.ETags#requireMatch}.
 *   <li>Requests that may come twice: {@link health.sojourn.http.IdempotencyKeys}.
 *   <li>Pages of a problem: {@link health.sojourn.http.ProblemPage}.
 *   <li>The language of a page: {@link health.sojourn.http.Language#of}; texts known by a code:
 *       {@link health.sojourn.http.Texts}.
 * </ul>
 */
package health.sojourn.http;
