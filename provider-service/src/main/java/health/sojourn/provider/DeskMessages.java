package health.sojourn.provider;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What clinics read where they say what they can take, see their people and their numbers. */
@MessageBundle("desk")
public interface DeskMessages {
  @Message("Capacity and hours")
  String ourCapacity();

  @Message("Our people")
  String ourPeople();

  @Message("Our numbers")
  String ourNumbers();

  @Message("The pause ends after {date}.")
  String pausedProfileUntil(String date);

  @Message("Saved")
  String saved();

  @Message("New inquiries follow it at once.")
  String savedText();

  @Message("New inquiries")
  String newInquiries();

  @Message("Takes new inquiries")
  String takesInquiries();

  @Message("Paused without an end")
  String pausedWithoutEnd();

  @Message("Paused up to {date}")
  String pausedToDay(String date);

  @Message("You get no new inquiries until you take them again. Those you have go on.")
  String pausedWithoutEndText();

  @Message("You get no new inquiries up to and including {date}. Those you have go on.")
  String pausedToDayText(String date);

  @Message("At most {open} wait for an answer at one time.")
  String takesInquiriesText(int open);

  @Message("At most {week} new ones a week.")
  String perWeekText(int week);

  @Message("{#if days == 1}One day off.{#else}{days} days off.{/if}")
  String daysOffCount(int days);

  @Message("Take inquiries again")
  String resume();

  @Message("Last day of the pause")
  String lastPausedDay();

  @Message("Leave it empty to pause until you say otherwise.")
  String lastPausedDayHint();

  @Message("Pause now")
  String pauseNow();

  @Message("Change the pause")
  String changePause();

  @Message("How much you take")
  String howMuch();

  @Message("Waiting for your answer at one time, at most")
  String openAtOnce();

  @Message("Whoever would be one too many waits, or goes to another clinic.")
  String openAtOnceHint();

  @Message("New inquiries a week, at most")
  String perWeek();

  @Message("From Monday to Sunday. Leave it empty for no limit.")
  String perWeekHint();

  @Message("When somebody answers")
  String workingHours();

  @Message(
      """
      In your time zone, {zone}: such as 08:00-17:00, or 08:00-12:00, 14:00-18:00. Leave a day \
      empty when you are closed. The time to answer runs in these hours. With no hours at all \
      we count Monday to Friday, 09:00 to 17:00.""")
  String workingHoursHint(String zone);

  @Message("Days off")
  String daysOff();

  @Message("None to come.")
  String noDaysOff();

  @Message("Days that stay off")
  String daysOffKept();

  @Message("Take the tick away where you work after all.")
  String daysOffKeptHint();

  @Message("Add days off, from")
  String daysOffFrom();

  @Message("to")
  String daysOffTo();

  @Message("This day included. Leave it empty for one day.")
  String daysOffToHint();

  @Message("What changed")
  String whatChanged();

  @Message("Everybody here sees your inquiries and can answer them.")
  String colleaguesText();

  @Message("Invite a colleague")
  String inviteColleague();

  @Message("They will see all inquiries of your clinic.")
  String inviteColleagueText();

  @Message("The invitation is on its way")
  String colleagueInvited();

  @Message("The account was removed")
  String colleagueRemoved();

  @Message("Nobody has an account yet. Invite somebody, so that inquiries are answered.")
  String noColleagues();

  @Message("Change")
  String change();

  @Message("this is you")
  String thisIsYou();

  @Message("Remove")
  String remove();

  @Message("From {from} to {to}: the last 90 days.")
  String numbersPeriod(String from, String to);

  @Message("Nothing to count yet")
  String noNumbers();

  @Message("Nobody was offered to you in this time. Numbers appear with your first inquiry.")
  String noNumbersText();

  @Message(
      """
      The middle half took between {low} and {high} hours. {#if answers == 1}One \
      answer.{#else}{answers} answers.{/if}""")
  String middleHalf(String low, String high, int answers);

  @Message("no answer yet")
  String noAnswerYet();

  @Message("Accepted")
  String acceptedShare();

  @Message("{percent} of 100 ({accepted} of {due} you had to answer)")
  String acceptedOf(int percent, int accepted, int due);

  @Message("nothing was due yet")
  String nothingDueYet();

  @Message("Offered")
  String offered();

  @Message("{#if count == 1}one waits{#else}{count} wait{/if}")
  String ofThemWait(int count);

  @Message("Not answered in time")
  String notInTime();

  @Message("Week by week")
  String weekByWeek();

  @Message(
      """
      Each column is what was offered to you in one week, from Monday: at the bottom what you \
      accepted, then declined, then answered too late or not at all; open at the top what \
      waits or was taken back.""")
  String weekByWeekText();

  @Message("Accepted")
  String accepted();

  @Message("Declined")
  String declined();

  @Message("Too late")
  String tooLate();

  @Message("Other")
  String otherwise();

  @Message("The same in numbers")
  String sameInNumbers();

  @Message("Week from")
  String weekFrom();

  @Message("Half answered within")
  String halfAnswered();

  @Message("{hours} h")
  String inHours(String hours);

  @Message("Why you declined")
  String whyDeclined();

  @Message("You declined none.")
  String noneDeclined();

  @Message("Reason")
  String reason();

  @Message("How many")
  String times();

  @Message("How those you accepted stand now")
  String whatBecame();

  @Message("You accepted none yet.")
  String noneAccepted();

  @Message("Half of your answers came within {hours} hours.")
  String halfOfYours(String hours);

  @Message("New")
  String unread();

  @Message("Nothing here.")
  String nothingHere();

  @Message("Show the whole inbox")
  String showWholeInbox();

  @Message("Tick")
  String tick();

  @Message("Decline {reference}")
  String tickIt(String reference);

  @Message("Decline several at once")
  String declineSeveral();

  @Message(
      """
      Your clinic is paused. Tick inquiries above and give one reason for all; each goes to \
      another clinic.""")
  String declineSeveralText();

  @Message("Decline the ticked ones")
  String declineTicked();

  @Message("Some could not be declined")
  String notAllDeclined();

  @Message("They were answered otherwise, or their time was over. The others are declined.")
  String notAllDeclinedText();

  @Message("Quote:")
  String quoteClock();

  @Message("Your quote is with the patient")
  String youQuoted();

  @Message("You learn who it is when the patient chooses you.")
  String youQuotedText();

  @Message("See whom to call and what to do.")
  String toHandOver();

  @Message("How far it is")
  String progress();

  @Message("Write the quote")
  String writeQuote();

  @Message("Write another version")
  String writeNextVersion();

  @Message("Write version {version} of the quote")
  String writeVersion(String version);

  @Message("Hand-over")
  String handOver();

  @Message("Ask a question first")
  String askAQuestion();

  @Message("Messages")
  String messages();

  @Message("Your quotes")
  String yourQuotes();

  @Message("Version")
  String quoteVersion();

  @Message("Quote, version {number}")
  String versionNumber(int number);

  @Message("Total")
  String total();

  @Message("Valid until")
  String validUntil();

  @Message("Sent")
  String sent();

  @Message("That you read it was written down, and the patient can see it.")
  String theCaseReadText();

  @Message("It was not sent")
  String notSent();

  @Message(
      """
      What you write goes to the patient once a facilitator has read it. Names and contact \
      stay out of it until you are chosen.""")
  String messagesText();

  @Message("The messages can't be shown right now")
  String messagesAway();

  @Message("The part of the platform that keeps them does not answer. Nothing is lost.")
  String messagesAwayText();

  @Message("Nobody has written anything yet.")
  String noMessages();

  @Message("A facilitator has not let it through yet.")
  String notReleased();

  @Message("Write to the patient")
  String writeToPatient();

  @Message("Your words")
  String yourWords();

  @Message("In a language the patient speaks. No clock stops while you wait.")
  String yourWordsHint();

  @Message("Do you wait for an answer?")
  String waitForAnswer();

  @Message("Send it to the patient")
  String sendToPatient();

  @Message("Back to the case")
  String backToCase();

  @Message("Whom to call")
  String whomToCall();

  @Message("The patient chose you and agreed to be contacted. That you read it was written down.")
  String whomToCallText();

  @Message("Patient")
  String patient();

  @Message("Phone")
  String phone();

  @Message("Writes for the patient")
  String writesForPatient();

  @Message("Name and contact are on their way. Look again in a minute.")
  String contactComing();

  @Message("Until the treatment")
  String untilTreatment();

  @Message("What is done")
  String checklist();

  @Message("{who}, {moment}")
  String doneBy(String who, String moment);

  @Message("Arrives on")
  String arrivesOn();

  @Message("Treatment on")
  String treatedOn();

  @Message("Leaves on")
  String leavesOn();

  @Message("How it ended")
  String howItEnded();

  @Message("Report it once, on or after the day. The patient or your facilitator confirms it.")
  String howItEndedText();

  @Message("Was the patient treated?")
  String wasTreated();

  @Message("Why it was cancelled")
  String whyCancelled();

  @Message("Only if it was cancelled")
  String onlyIfCancelled();

  @Message("On which day")
  String onWhichDay();

  @Message("Report it")
  String reportIt();

  @Message("On {day}; reported {moment}. It waits to be confirmed.")
  String reportedText(String day, String moment);

  @Message("Quote from {clinic}")
  String quoteFrom(String clinic);

  @Message("For inquiry {reference}. It can be chosen until {day}.")
  String quoteFor(String reference, String day);

  @Message("What it costs")
  String whatItCosts();

  @Message("What for")
  String whatFor();

  @Message("Visits")
  String visits();

  @Message("Nights")
  String nights();

  @Message("Deposit")
  String deposit();

  @Message("none")
  String noDeposit();

  @Message("Included")
  String includedInPrice();

  @Message("Not included")
  String notIncludedInPrice();

  @Message("If it is cancelled")
  String ifCancelled();

  @Message("Follow-up")
  String followUp();

  @Message(
      """
      Everything the patient has to pay belongs here. You see it as the patient will before it \
      is sent.""")
  String writeQuoteText();

  @Message("Start from a template")
  String startFromTemplate();

  @Message("It replaces what is typed below.")
  String startFromTemplateHint();

  @Message("Use it")
  String useTemplate();

  @Message("See it as the patient will")
  String previewQuote();

  @Message("Currency of all amounts")
  String quoteCurrency();

  @Message("Lines")
  String quoteLines();

  @Message("Line {number}: what for")
  String lineFor(int number);

  @Message("Remove line")
  String removeLine();

  @Message("Add a line")
  String addLine();

  @Message("One thing a line")
  String oneALine();

  @Message("Who looks at the knee afterwards, and when")
  String followUpHint();

  @Message("Leave it empty if you ask for none")
  String depositHint();

  @Message("What the patient gets back, and until when")
  String refundHint();

  @Message("The last day on which the patient can choose it")
  String validUntilHint();

  @Message("Language you wrote it in")
  String quoteLanguage();

  @Message("Your words are shown as you wrote them.")
  String quoteLanguageHint();

  @Message("Keep this as a template")
  String keepAsTemplate();

  @Message("Name of the template")
  String templateName();

  @Message("A template of the same name is replaced.")
  String templateNameHint();

  @Message("Keep the template")
  String saveTemplate();

  @Message("Kept as the template “{name}”")
  String templateSaved(String name);

  @Message("As the patient will see it")
  String asPatientSees();

  @Message("Nothing is sent yet.")
  String notSentYet();

  @Message("Send this quote")
  String sendQuote();

  @Message("Change something")
  String changeSomething();

  @Message("Sent on {moment}.")
  String sentOn(String moment);

  @Message("Taken back on {moment}.")
  String withdrawnOn(String moment);

  @Message("Take the quote back")
  String withdrawQuote();

  @Message("The patient can no longer choose it. You can send another one.")
  String withdrawQuoteText();

  @Message("Quote templates")
  String quoteTemplates();

  @Message(
      """
      Quotes you begin with. To change one, use it in a quote and keep it under the same name.""")
  String quoteTemplatesText();

  @Message("None yet. Write a quote and keep it as a template.")
  String noTemplates();

  @Message("Kept")
  String templateKept();

  @Message("You were chosen: inquiry {reference}")
  String chosenInquiry(String reference);

  @Message("The inquiry has ended; its messages are closed to you.")
  String messagesEnded();

  @Message("New inquiry {reference}")
  String newInquiry(String reference);
}
