package health.sojourn.web;

import health.sojourn.http.ProblemDetails;
import health.sojourn.http.ProblemPage;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** An error as a page of the platform. Needs nothing but its arguments. */
@Singleton
class LaidOutProblemPage implements ProblemPage {
  private final Template page;

  LaidOutProblemPage(@Location("web/problem") Template page) {
    this.page = page;
  }

  @Override
  public String render(ProblemDetails problem, String advice, RoutingContext context) {
    return PageLanguage.tell(page.data("problem", problem, "advice", advice), context).render();
  }
}
