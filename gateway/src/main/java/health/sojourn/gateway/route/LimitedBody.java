package health.sojourn.gateway.route;

import io.vertx.core.Handler;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body that fails when it turns out longer than it may be; for bodies without a length. */
final class LimitedBody implements ReadStream<Buffer> {
  private final ReadStream<Buffer> body;
  private final long limit;
  private long seen;
  private Handler<Throwable> failure = ignored -> {};

  LimitedBody(ReadStream<Buffer> body, long limit) {
    this.body = body;
    this.limit = limit;
  }

  @Override
  public ReadStream<Buffer> handler(Handler<Buffer> handler) {
    body.handler(handler == null ? null : chunk -> pass(chunk, handler));
    return this;
  }

  boolean isExceeded() {
    return seen > limit;
  }

  private void pass(Buffer chunk, Handler<Buffer> handler) {
    boolean within = seen <= limit;
    seen += chunk.length();
    if (seen <= limit) {
      handler.handle(chunk);
    } else if (within) {
      failure.handle(new VertxException("The body is larger than " + limit + " bytes.", true));
    }
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
    failure = handler == null ? ignored -> {} : handler;
    body.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(Handler<Void> handler) {
    body.endHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    body.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    body.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    body.fetch(amount);
    return this;
  }
}
