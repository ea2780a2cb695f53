package health.sojourn.http;

import io.quarkus.arc.DefaultBean;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

@Singleton
@DefaultBean
class PlainProblemPage implements ProblemPage {
  private final Template page;

  PlainProblemPage(@Location("problem/plain") Template page) {
    this.page = page;
  }

  @Override
  public String render(ProblemDetails problem, String advice, RoutingContext context) {
    return page.data("problem", problem, "advice", advice, "lang", Language.of(context).tag())
        .render();
  }
}
