package health.sojourn.gateway;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the gateway's own pages say, {@code gateway:…} in their templates. */
@MessageBundle("gateway")
public interface GatewayMessages {
  // Signing in.

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

  // Problems and their codes.

  @Message("Problems")
  String problems();

  @Message("Every error of the API names a code. This is what they mean.")
  String problemsMean();

  @Message("Code:")
  String code();

  @Message("What to do")
  String whatToDo();

  // The admins' desk.

  @Message("Administration")
  String administration();

  @Message("As the services said on {moment}. Load the page again to ask again.")
  String servicesSaid(String moment);

  @Message("Away")
  String away();

  @Message("Ready")
  String ready();

  @Message("Not ready")
  String notReady();

  @Message(
      "It does not answer on its management port: it is not running, is starting, or can’t be reached from here. Its log says more.")
  String noManagement();

  @Message("What keeps it from being ready:")
  String failing();

  @Message("Sending events")
  String sending();

  @Message("Sends")
  String sends();

  @Message("Stands by")
  String standsBy();

  @Message("another replica sends")
  String anotherSends();

  @Message("Held up")
  String heldUp();

  @Message("Receiving events")
  String receiving();

  @Message("Listens")
  String listens();

  @Message("Has nothing to listen to")
  String nothingToListenTo();

  @Message("Counts")
  String counts();

  @Message("Not known")
  String notKnown();

  @Message("Waiting to be sent")
  String waitingToBeSent();

  @Message("{events}, the oldest for {span}")
  String backlog(long events, String span);

  @Message("less than a minute")
  String lessThanAMinute();

  @Message("none")
  String none();

  @Message("Events that never came")
  String neverCame();

  @Message("{events}, asked for again")
  String askedForAgain(long events);

  @Message("Not compared,")
  String notCompared();

  // Dead letters.

  @Message("Dead letter")
  String deadLetter();

  @Message(
      "Events that a service could not act on. Each holds up the later events about the same thing until it is handled; nothing else waits.")
  String deadLettersAre();

  @Message("There are none: every service has handled what it received.")
  String noDeadLetters();

  @Message("The service does not answer")
  String serviceAway();

  @Message(
      "Its dead letters can’t be shown now. They are kept in its database; load the page again in a minute.")
  String lettersKept();

  @Message("None.")
  String noneOfThis();

  @Message("Dead letters of this service, the oldest first")
  String lettersOfService();

  @Message("Event")
  String event();

  @Message("About")
  String about();

  @Message("Reason")
  String reason();

  @Message("Attempts")
  String attempts();

  @Message("Failed since")
  String failedSince();

  @Message("Waiting behind")
  String waitingBehind();

  @Message("Replay all of {service}")
  String replayAll(String service);

  @Message("Kept by")
  String keptBy();

  @Message("Happened")
  String happened();

  @Message("Sent by")
  String sentBy();

  @Message("{source}, on {topic}")
  String sourceOnTopic(String source, String topic);

  @Message("Id")
  String id();

  @Message(
      "Replaying handles this event again and then, in their order, those that wait behind it. It stops at the first that fails.")
  String replayingDoes();

  @Message("Replay this event")
  String replay();

  @Message("What it says")
  String whatItSays();

  @Message("Nothing: the event has no content, which says that the thing it is about is gone.")
  String tombstone();

  // How a replay went.

  @Message("The service did not answer")
  String didNotAnswer();

  @Message("What it had begun may still be done: look at the list before you replay again.")
  String mayStillBeDone();

  @Message("Handled")
  String handled();

  @Message(
      "{events} {#if events == 1}event was{#else}events were{/if} handled, counting those that waited behind.")
  String eventsHandled(int events);

  @Message("Failed again")
  String failedAgain();

  @Message(
      "{#if events == 1}One event{#else}{events} events{/if} could not be handled. The reason below is that of the last attempt: put it right, then replay once more.")
  String eventsFailed(int events);

  @Message("Gone meanwhile")
  String goneMeanwhile();

  @Message(
      "{#if events == 1}One event was no longer a dead letter{#else}{events} events were no longer dead letters{/if}: somebody else, or the replay of an earlier event, had it handled.")
  String eventsGone(int events);

  @Message("Nothing to replay")
  String nothingToReplay();

  @Message("There was no dead letter left.")
  String noLetterLeft();

  // The audit log.

  @Message(
      "Who stored, read, exported or erased a patient’s data. Lines are only ever added, and the patient sees those about them.")
  String auditIs();

  @Message("Inquiry")
  String inquiry();

  @Message("Its reference or id")
  String inquiryHint();

  @Message("Who")
  String who();

  @Message("A user name, the name in a clinic’s address, or patient")
  String whoHint();

  @Message("What")
  String what();

  @Message("Anything")
  String anything();

  @Message("From this day (UTC)")
  String fromDay();

  @Message("To this day (UTC)")
  String toDay();

  @Message("Find")
  String find();

  @Message("Show all")
  String showAll();

  @Message("The inquiry service does not answer")
  String inquiryServiceAway();

  @Message("Nothing can be shown now; nothing is lost. Load the page again in a minute.")
  String nothingIsLost();

  @Message("The search needs another look")
  String searchRefused();

  /** For readers of other languages than the one the service explains itself in. */
  @Message(
      "A reference looks like SJ-XXXX-XXXX, a day like 2026-11-25. Correct it or leave it out.")
  String searchAdvice();

  @Message("Lines found, newest first")
  String linesFound();

  @Message("No line fits. Names and references must be exact; take something out of the search.")
  String noLineFits();

  @Message("When")
  String when();
}
