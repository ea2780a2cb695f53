package health.sojourn.gateway.cache;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.Optional;

/** Reads one answer whole, keeps it if it may be kept, and tells those who wait for the same. */
final class Keeping implements ProxyInterceptor {
  private final PublicAnswers answers;
  private final String uri;
  private final Promise<Optional<PublicAnswer>> answer;

  Keeping(PublicAnswers answers, String uri, Promise<Optional<PublicAnswer>> answer) {
    this.answers = answers;
    this.uri = uri;
    this.answer = answer;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext exchange) {
    MultiMap request = exchange.request().headers();
    MultiMap asked = MultiMap.caseInsensitiveMultiMap().addAll(request);
    // The whole answer is wanted; whether the caller has it already is seen here.
    request.remove(HttpHeaders.IF_NONE_MATCH);
    request.remove(HttpHeaders.IF_MODIFIED_SINCE);
    return exchange
        .sendRequest()
        .compose(response -> read(response, asked))
        .onFailure(ignored -> answer.tryComplete(Optional.empty()));
  }

  private Future<ProxyResponse> read(ProxyResponse response, MultiMap asked) {
    Optional<Duration> lifetime =
        PublicAnswer.lifetime(response.getStatusCode(), response.headers(), answers.longest());
    Body body = response.getBody();
    if (lifetime.isEmpty()
        || body == null
        || body.length() < 0
        || body.length() > answers.largest()) {
      answer.tryComplete(Optional.empty());
      return Future.succeededFuture(response);
    }
    return whole(body.stream())
        .map(
            bytes -> {
              PublicAnswer same =
                  PublicAnswer.of(
                      asked, response.headers(), bytes, System.nanoTime(), lifetime.get());
              answers.keep(uri, same);
              answer.tryComplete(Optional.of(same));
              return PublicAnswer.isKnown(same.etag(), asked)
                  ? response
                      .setStatusCode(304)
                      .setStatusMessage(null)
                      .setBody(Body.body(Buffer.buffer()))
                  : response.setBody(Body.body(bytes));
            });
  }

  private static Future<Buffer> whole(ReadStream<Buffer> stream) {
    Promise<Buffer> read = Promise.promise();
    Buffer bytes = Buffer.buffer();
    stream.exceptionHandler(read::tryFail);
    stream.endHandler(ignored -> read.tryComplete(bytes));
    stream.handler(bytes::appendBuffer);
    stream.resume();
    return read.future();
  }
}
