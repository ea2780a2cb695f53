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
}
