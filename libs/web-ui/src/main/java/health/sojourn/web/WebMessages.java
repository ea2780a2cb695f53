package health.sojourn.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What layouts and parts say, {@code web:…} in their templates. */
@MessageBundle("web")
public interface WebMessages {
  @Message("Skip to the content")
  String skip();

  @Message("Main")
  String main();

  @Message("Therapies")
  String therapies();

  @Message("Clinics")
  String clinics();

  @Message("Track my inquiry")
  String track();

  @Message("Language")
  String language();

  @Message("About Sojourn")
  String about();

  @Message("How we are paid")
  String howWeArePaid();

  @Message("How we check")
  String howWeCheck();

  @Message("Privacy")
  String privacy();

  @Message("Complaints")
  String complaints();

  @Message("Corrections")
  String corrections();

  @Message("Information, not medical advice. Talk to a doctor who knows you before you decide.")
  String notAdvice();

  @Message("Demonstration")
  String demonstration();

  @Message("Every clinic, person and price here is invented. Nothing you send reaches a clinic.")
  String invented();

  @Message("Keys")
  String keys();

  @Message("Sign out")
  String signOut();

  @Message("next, previous row")
  String nextRow();

  @Message("open the row")
  String openRow();

  @Message("to the search field or the first filter")
  String toSearch();

  @Message("this list")
  String thisList();

  @Message("Close")
  String close();

  @Message("To the front page")
  String toFrontPage();

  @Message("Error {status}")
  String errorCode(int status);

  @Message("If you ask for help, quote")
  String quote();

  @Message("{checked} of {facts} facts checked")
  String checked(Object checked, Object facts);

  @Message("(optional)")
  String optional();

  @Message("Error:")
  String error();

  @Message("To whom")
  String toWhom();

  @Message("Until")
  String until();

  @Message("Take it back")
  String takeBack();

  @Message("Nothing here yet.")
  String nothingYet();

  @Message("Some answers need another look")
  String anotherLook();

  @Message("Narrow the list")
  String narrow();

  @Message("Clear all")
  String clearAll();

  @Message("Show results")
  String showResults();

  @Message("not stated")
  String notStated();

  @Message("checked {date}")
  String checkedOn(String date);

  @Message("by {who}")
  String checkedBy(String who);

  @Message("valid to {date}")
  String validTo(String date);

  @Message("expired on {date}")
  String expiredOn(String date);

  @Message("Pages")
  String pages();

  @Message("Back to the start")
  String toStart();

  @Message("Show more")
  String showMore();

  @Message("Price not stated")
  String priceNotStated();

  @Message("Included:")
  String included();

  @Message("Not included:")
  String notIncluded();

  @Message("Valid until {date}")
  String priceValidUntil(String date);

  @Message("Please choose")
  String pleaseChoose();

  @Message("Why?")
  String why();

  @Message("(done)")
  String done();

  @Message("Steps")
  String steps();

  @Message("What happened")
  String whatHappened();

  @Message("Parts")
  String parts();

  @Message("API")
  String api();

  @Message("overdue by {span}")
  String timeOver(String span);

  @Message("{span} left")
  String timeLeft(String span);

  @Message("converted")
  String converted();

  @Message("converted at the rate of {date}")
  String convertedAt(String date);

  @Message("about")
  String approximately();

  /** The two largest units of a running clock. */
  @Message(
      """
      {#if face.days > 0}{face.days} {#if face.days == 1}day{#else}days{/if}\
      {#if face.hours > 0 && face.days < 4} {face.hours} h{/if}\
      {#else if face.hours > 0}{face.hours} h{#if face.minutes > 0} {face.minutes} min{/if}\
      {#else}{face.minutes} min{/if}""")
  String span(ClockFace face);

  @Message("injection")
  String exampleInjection();

  @Message("two visits")
  String exampleVisits();

  @Message("flight")
  String exampleFlight();

  @Message("hotel")
  String exampleHotel();

  @Message("Left")
  String exampleLeft();

  @Message("Right")
  String exampleRight();

  @Message("Both")
  String exampleBoth();

  @Message("We ask about the worse one first")
  String exampleWorse();

  @Message("Overview")
  String overview();

  @Message("People")
  String people();

  @Message("Audit")
  String audit();

  @Message("Dead letters")
  String deadLetters();
}
