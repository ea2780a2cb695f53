package health.sojourn.content.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Answers that anyone may read and any cache may keep for a minute. The strong ETag is a digest of
 * what is sent, so that it also changes with the layout, the count of clinics and a new release.
 */
@ApplicationScoped
public class PublicAnswer {
  private static final String CACHE = "public, max-age=60";

  private final ObjectMapper json;

  PublicAnswer(ObjectMapper json) {
    this.json = json;
  }

  public Response page(Request request, TemplateInstance page) {
    return answer(request, page.render(), MediaType.TEXT_HTML + ";charset=UTF-8");
  }

  public Response json(Request request, Object body) {
    return json(request, body, null);
  }

  /**
   * @param link the {@code Link} header; null for none
   */
  public Response json(Request request, Object body, String link) {
    try {
      Response answer = answer(request, json.writeValueAsString(body), MediaType.APPLICATION_JSON);
      if (link != null) {
        answer.getHeaders().putSingle(HttpHeaders.LINK, link);
      }
      return answer;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public Response answer(Request request, String body, String type) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    EntityTag tag = new EntityTag(digest(bytes));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(bytes).type(type);
    return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, CACHE).build();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
