package health.sojourn.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Answers to reads that are the same for everybody: a strong ETag of the bytes sent, {@code
 * Cache-Control: public}, and 304 when the caller has them already.
 */
@Singleton
public class PublicReads {
  private final ObjectMapper json;
  private final Request request;
  private final UriInfo uri;

  PublicReads(ObjectMapper json, Request request, UriInfo uri) {
    this.json = json;
    this.request = request;
    this.uri = uri;
  }

  /**
   * @param body answered as JSON
   * @param maxAge how old it may be shown; zero means to ask each time
   */
  public Response json(Object body, Duration maxAge) {
    try {
      ResponseBuilder response =
          answer(json.writeValueAsBytes(body), MediaType.APPLICATION_JSON, maxAge);
      if (body instanceof Paged page && page.next() != null) {
        response.header(HttpHeaders.LINK, NextPageLink.header(uri, page));
      }
      return response.build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The tag under which a body is answered as JSON, for whoever changes what was read. */
  public EntityTag tagOf(Object body) {
    try {
      return ETags.of(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A page that is the same for everybody, already rendered. */
  public Response html(String page, Duration maxAge) {
    return answer(page.getBytes(StandardCharsets.UTF_8), "text/html;charset=UTF-8", maxAge).build();
  }

  /** Anything else that is text, such as a site map, with its media type. */
  public Response text(String body, String type, Duration maxAge) {
    return answer(body.getBytes(StandardCharsets.UTF_8), type, maxAge).build();
  }

  private ResponseBuilder answer(byte[] body, String type, Duration maxAge) {
    EntityTag tag = ETags.of(body);
    ResponseBuilder response = request.evaluatePreconditions(tag);
    if (response == null) {
      response = Response.ok(body, type);
    }
    return response
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds());
  }
}
