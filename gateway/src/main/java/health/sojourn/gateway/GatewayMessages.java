package health.sojourn.gateway;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the gateway's own pages say, {@code gateway:…} in their templates. */
@MessageBundle("gateway")
public interface GatewayMessages {
  @Message("Not signed in")
  String notSignedIn();

  @Message("You are not signed in")
  String youAreNotSignedIn();

  @Message("The sign-in was not finished: it was cancelled, took too long, or was opened twice.")
  String signInNotFinished();

  @Message("Sign in again")
  String signInAgain();

  @Message("To the front page")
  String toFrontPage();
}
