package health.sojourn.provider;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What this service's pages and mails say, {@code provider:…} in their templates; at most 300
 * sentences, for the framework can't start with more in one bundle. {@link DeskMessages} has
 * others.
 */
@MessageBundle("provider")
public interface ProviderMessages {
  @Message(
      """
      Clinics that offer donor stem cells for knee arthritis: price, cells, legal basis, and how \
      well each statement was checked.""")
  String clinicsDescription();

  @Message(
      """
      What each clinic says about itself, and how much of it somebody checked. Being listed here \
      is no advice to go there.""")
  String clinicsLead();

  @Message("We could not read your filters")
  String filtersNotRead();

  @Message("Show clinics")
  String showClinics();

  @Message("Country")
  String country();

  @Message("Where the cells come from")
  String cellsFrom();

  @Message("Legal basis")
  String legalBasis();

  @Message("Any")
  String any();

  @Message("Price at most")
  String priceAtMost();

  @Message("For one treatment, without travel")
  String withoutTravel();

  @Message("Currency")
  String currency();

  @Message("No clinic fits all of this.")
  String noClinicFits();

  @Message("Show all clinics")
  String showAllClinics();

  @Message("speaks")
  String clinicSpeaks();

  @Message("invented for this demonstration")
  String invented();

  @Message("Dose")
  String dose();

  @Message("{#if min == max}{min}{#else}{min}–{max}{/if} million cells for {per}")
  String millionCells(String min, String max, String per);

  @Message("Legal basis there")
  String legalBasisThere();

  @Message("Why it stands here")
  String whyHere();

  @Message(
      """
      The order is a score between 0 and 1; this clinic has {score}. What a clinic pays us is not \
      part of it.""")
  String scoreIs(String score);

  @Message("{value} of 1, counts {percent} %")
  String componentCounts(String value, String percent);

  @Message("Speaks {language}")
  String scoreSpeaks(String language);

  @Message("Says it speaks {language}; nobody checked")
  String scoreSaysItSpeaks(String language);

  @Message("The whole price range is within {ceiling}")
  String scoreWithinCeiling(String ceiling);

  @Message("Part of the price range is above {ceiling}")
  String scorePartlyAbove(String ceiling);

  @Message("Usually answers within {#if hours == 1}an hour{#else}{hours} hours{/if}")
  String scoreAnswersWithin(int hours);

  @Message("How fast it answers is not known yet")
  String scoreAnswerTimeUnknown();

  @Message("This clinic is invented")
  String clinicInvented();

  @Message("It exists to show how a profile looks. Nothing here is about a real place.")
  String clinicInventedText();

  @Message("Suspended")
  String suspended();

  @Message("Since {date} this clinic is in no list and gets no inquiries.")
  String suspendedSince(String date);

  @Message("Takes no new inquiries right now")
  String paused();

  @Message(
      """
      The clinic asked for a pause. You can read its profile and send your inquiry to others.""")
  String pausedText();

  @Message("What was not checked")
  String notChecked();

  @Message("What it pays us")
  String whatItPaysUs();

  @Message("{band} of the price, if you are treated there.")
  String paysBand(String band);

  @Message("Nothing.")
  String paysNothing();

  @Message("How fast it answers")
  String howFast();

  @Message("Half of its answers came within {hours} hours")
  String halfWithin(String hours);

  @Message("not known yet")
  String notKnownYet();

  @Message("When somebody is there")
  String whenThere();

  @Message("{first} to {last}")
  String days(String first, String last);

  @Message("Ask this clinic")
  String askThisClinic();

  @Message("In its own words")
  String ownWords();

  @Message("The clinic wrote this. We did not check it and do not stand behind it.")
  String ownWordsNotOurs();

  @Message("Nobody showed us what allows this treatment there")
  String nothingAllowsIt();

  @Message(
      """
      Legal basis: {basis}. Ask the clinic for the permit and its number, and ask your own \
      doctor.""")
  String askForThePermit(String basis);

  @Message("Every statement about this treatment")
  String everyStatement();

  @Message("Whom the clinic takes")
  String whomItTakes();

  @Message("Grades of arthritis (Kellgren-Lawrence):")
  String grades();

  @Message("From {from} to {to} years old")
  String ages(Integer from, Integer to);

  @Message("Body mass index up to {max}")
  String bmiUpTo(Integer max);

  @Message("Not with:")
  String notWith();

  @Message("The clinic itself")
  String clinicItself();

  @Message("Every statement on this page was checked and still holds.")
  String allChecked();

  @Message("Nobody but the clinic stands behind these. Ask about those that matter to you.")
  String askAboutThese();

  @Message("Inbox")
  String inbox();

  @Message("How patients see us")
  String howPatientsSeeUs();

  @Message("No inquiries yet.")
  String noInquiries();

  @Message(
      """
      When one fits your clinic, it appears here and you get mail. A complete and checked profile \
      is offered more:""")
  String noInquiriesText();

  @Message("see how patients see you")
  String seeYourProfile();

  @Message(
      """
      {#if n == 0}Nothing waits for you.\
      {#else if n == 1}One inquiry waits for your answer.\
      {#else}{n} inquiries wait for your answer.{/if}""")
  String waiting(long n);

  @Message("Inquiries offered to you, newest first")
  String offeredToYou();

  @Message("Inquiry")
  String inquiry();

  @Message("Patient lives in")
  String patientLivesIn();

  @Message("Speaks")
  String speaks();

  @Message("State")
  String state();

  @Message("Answer")
  String answer();

  @Message("none")
  String noAnswer();

  @Message("Answer:")
  String answerClock();

  @Message("One thing is missing")
  String oneThingMissing();

  @Message("You accepted this case")
  String youAccepted();

  @Message(
      """
      On {moment}. The patient has been told. You learn who it is when the patient chooses you.""")
  String youAcceptedText(String moment);

  @Message("The patient chose you")
  String youWereChosen();

  @Message("Your facilitator will hand over the patient's name and contact.")
  String youWereChosenText();

  @Message("You declined this case")
  String youDeclined();

  @Message("On {moment}: {reason}. It goes to another clinic.")
  String youDeclinedText(String moment, String reason);

  @Message("The time to answer is over")
  String timeIsOver();

  @Message("It ended on {moment}. The inquiry goes to another clinic.")
  String timeIsOverText(String moment);

  @Message("Taken back")
  String takenBack();

  @Message("The patient took the inquiry back.")
  String takenBackText();

  @Message("Another clinic has it")
  String anotherClinic();

  @Message("The inquiry went on without you.")
  String anotherClinicText();

  @Message("Closed")
  String closed();

  @Message("The inquiry was closed.")
  String closedText();

  @Message("The case can't be shown right now")
  String caseAway();

  @Message(
      """
      The part of the platform that keeps it does not answer. Nothing is lost and your clock is \
      unchanged.""")
  String caseAwayText();

  @Message("Try again")
  String tryAgain();

  @Message("The case")
  String theCase();

  @Message(
      """
      Without the patient's name. That you read it was written down, and the patient can see it.""")
  String theCaseText();

  @Message("Asks for")
  String asksFor();

  @Message("Joint")
  String joint();

  @Message("Grade (Kellgren-Lawrence)")
  String grade();

  @Message("{value} of {most}")
  String outOf(Integer value, int most);

  @Message("not known")
  String notKnown();

  @Message("Pain now")
  String painNow();

  @Message("Since")
  String since();

  @Message("Age")
  String age();

  @Message("{band} years")
  String years(String band);

  @Message("Body mass index")
  String bmi();

  @Message("Tried so far")
  String triedSoFar();

  @Message("nothing stated")
  String nothingStated();

  @Message("May speak against it")
  String speaksAgainst();

  @Message("Lives in")
  String livesIn();

  @Message("Budget")
  String budget();

  @Message("Not before")
  String notBefore();

  @Message("any time")
  String anyTime();

  @Message("Your answer")
  String yourAnswer();

  @Message(
      """
      Accept if you would treat a patient like this. You bind yourself to nothing but a quote.""")
  String acceptIf();

  @Message("Accept this case")
  String accept();

  @Message("Or say no")
  String orSayNo();

  @Message("Why not?")
  String whyNot();

  @Message("Decline")
  String decline();

  @Message("Administration")
  String administration();

  @Message("Who can sign in, and what for.")
  String whoCanSignIn();

  @Message("Invite somebody")
  String inviteSomebody();

  @Message("Name or e-mail")
  String nameOrEmail();

  @Message("Role")
  String role();

  @Message("Any role")
  String anyRole();

  @Message("Clinic")
  String clinic();

  @Message("Any clinic")
  String anyClinic();

  @Message("People, by the name they sign in with")
  String peopleByName();

  @Message("Nobody fits. Take a filter away, or invite somebody.")
  String nobodyFits();

  @Message("Name")
  String name();

  @Message("E-mail")
  String email();

  @Message("Roles")
  String roles();

  @Message("Account")
  String account();

  @Message("none")
  String none();

  @Message("Disabled")
  String accountDisabled();

  @Message("Invited, not answered yet")
  String accountInvited();

  @Message("Active")
  String accountActive();

  @Message("Whoever works for a clinic has that role alone.")
  String rolesHint();

  @Message("No clinic")
  String noClinic();

  @Message("Only with the role Clinic.")
  String clinicHint();

  @Message("They get mail with a link, good for three days, and choose their own password.")
  String inviteText();

  @Message("Nobody was invited yet")
  String nobodyInvited();

  @Message("They sign in with it.")
  String emailHint();

  @Message("Given name")
  String givenName();

  @Message("Family name")
  String familyName();

  @Message("Send the invitation")
  String sendInvitation();

  @Message("Don’t invite")
  String dontInvite();

  @Message("Nothing was changed")
  String nothingChanged();

  @Message("What they may do")
  String whatTheyMayDo();

  @Message("They are signed out, so that it holds from their next sign-in.")
  String signedOutHint();

  @Message("Save")
  String save();

  @Message("Their account")
  String theirAccount();

  @Message("The invitation was not answered yet. Its link is good for three days.")
  String invitationOpen();

  @Message("Send a link for a new password")
  String sendPasswordLink();

  @Message("Send the invitation again")
  String sendInvitationAgain();

  @Message("Nobody can sign in with it.")
  String nobodyCanSignIn();

  @Message("Enable")
  String enable();

  @Message("This is your own account. Another admin can disable or remove it.")
  String ownAccount();

  @Message("Disable")
  String disable();

  @Message("Remove the account")
  String removeAccount();

  @Message(
      """
      Disabling and removing end their sessions at once. A page they have open may still answer \
      for up to five minutes, until its access token expires.""")
  String sessionsEnd();

  @Message("What happened to this account")
  String accountLog();

  @Message("Nothing since it was set up.")
  String accountLogEmpty();

  @Message("What happened, newest first")
  String newestFirst();

  @Message("by")
  String by();

  @Message("Remove an account")
  String removeAnAccount();

  @Message("Remove {name}?")
  String removeWhom(String name);

  @Message(
      """
      The account {#if email}of {email} {/if}is deleted and can’t be brought back; the same \
      address can be invited again. Sessions end at once, an open page within five minutes. What they did \
      stays written down.""")
  String removeText(String email);

  @Message("To keep somebody out for a while, disable the account instead.")
  String disableInstead();

  @Message("Keep it")
  String keepIt();

  @Message("Catalogue")
  String catalogue();

  @Message("What patients see")
  String whatPatientsSee();

  @Message("Inquiries")
  String inquiries();

  @Message("To be checked")
  String checks();

  @Message("Ending soon")
  String expiring();

  @Message("All clinics")
  String allClinics();

  @Message("Our facts")
  String ourFacts();

  @Message(
      """
      What patients read about you, and what is missing. A change is read by patients after a \
      facilitator has checked it.""")
  String ourFactsText();

  @Message("Fact")
  String factColumn();

  @Message("Patients read")
  String patientsRead();

  @Message("How well checked")
  String checkedHow();

  @Message("Last day")
  String holdsUntil();

  @Message("After that day it no longer counts as checked. Leave it empty if it does not end.")
  String holdsUntilHint();

  @Message("no end")
  String withoutEnd();

  @Message("Proposed")
  String proposed();

  @Message("until {day}")
  String until(String day);

  @Message("Nothing was sent yet")
  String notProposedYet();

  @Message("Somebody else changed this meanwhile")
  String changedMeanwhile();

  @Message(
      """
      What is there now is shown here; what you wrote is still in the form. Send it again if \
      it should take its place.""")
  String changedMeanwhileText();

  @Message("What patients read is not what you saw a moment ago. Look again, then decide.")
  String checkChangedText();

  @Message("Waits for a check")
  String waitsForCheck();

  @Message("by {who} on {day}")
  String proposedBy(String who, String day);

  @Message("Take it back")
  String takeBack();

  @Message("Sent back")
  String sentBack();

  @Message("Propose a change")
  String proposeChange();

  @Message("Propose something else")
  String proposeAnother();

  @Message("Patients go on reading what is published until a facilitator has checked this.")
  String proposeText();

  @Message("What the clinic states")
  String whatYouState();

  @Message("What the clinic states{#if unit}, in {unit}{/if}")
  String whatYouStateIn(String unit);

  @Message("Three letters, such as USD")
  String currencyHint();

  @Message("Counted in")
  String unit();

  @Message("Note for whoever checks")
  String noteForCheck();

  @Message("Where it can be looked up, or what changed. Patients do not see it.")
  String noteHint();

  @Message("Already with it:")
  String attached();

  @Message("A file that shows it")
  String evidenceFile();

  @Message(
      "PDF, JPEG or PNG, {megabytes} MB at most. Only facilitators and your clinic can open it.")
  String evidenceHint(int megabytes);

  @Message("{size} kB")
  String kilobytes(int size);

  @Message("We no longer state this")
  String noLongerStated();

  @Message("After a check patients read that it is not stated.")
  String noLongerStatedHint();

  @Message("Send it to be checked")
  String sendForCheck();

  @Message("What it was")
  String factHistory();

  @Message("Nothing was ever stated.")
  String noHistory();

  @Message("no longer stated")
  String statedNoLonger();

  @Message("Oldest first. Until you decide, patients read what was published before.")
  String checksText();

  @Message("Nothing waits. What clinics propose appears here.")
  String nothingToCheck();

  @Message("Evidence")
  String evidence();

  @Message("Nothing was decided yet")
  String notDecidedYet();

  @Message("by {who} on {day}")
  String decidedBy(String who, String day);

  @Message("See the fact and what it was")
  String seeTheFact();

  @Message("You proposed this yourself")
  String ownChange();

  @Message("Somebody else has to check it.")
  String ownChangeText();

  @Message("It is right")
  String publishIt();

  @Message("How it was checked")
  String howChecked();

  @Message("Publish it")
  String publish();

  @Message("Something is wrong or missing")
  String sendItBack();

  @Message("Why it goes back")
  String whyBack();

  @Message("The clinic reads this.")
  String whyBackHint();

  @Message("Send it back")
  String sendBack();

  @Message("No clinic is called so. Try a part of its name.")
  String noClinicFound();

  @Message("Name of the clinic")
  String nameOfClinic();

  @Message("Place")
  String place();

  @Message("{n} {#if n == 1}entry{#else}entries{/if}")
  String entries(int n);

  @Message("Check what is published")
  String checkPublished();

  @Message("When you looked again, without anything new from the clinic.")
  String checkPublishedText();

  @Message("It holds")
  String itHolds();

  @Message("It failed the check")
  String itFailed();

  @Message("What was found")
  String whyFailed();

  @Message("The clinic reads this. Patients read that the check failed.")
  String whyFailedHint();

  @Message("Facts that end within 30 days, or have ended. The clinic was told by mail.")
  String expiringText();

  @Message("Nothing ends within 30 days.")
  String nothingExpires();

  @Message("Last day")
  String lastDay();

  @Message(
      """
      {first}{#if more == 1} and 1 more fact{#else if more > 1} and {more} more facts{/if}: \
      ends soon""")
  String factsEndSoon(String first, int more);

  @Message("Its name or place has what you typed")
  String scoreWordsNamed();

  @Message("What is stated about it has what you typed")
  String scoreWordsStated();

  @Message("Something stated about it is close to what you typed")
  String scoreWordsSimilar();

  @Message("It states no price")
  String scorePriceUnknown();

  @Message("{words} or better")
  String atLeast(String words);

  @Message("Up to {price} ({clinics})")
  String pricedUpTo(String price, int clinics);

  @Message("Clinics that state no price, too")
  String alsoUnpriced();

  @Message("“{words}”")
  String chipWords(String words);

  @Message("Price at most {price}")
  String chipPrice(String price);

  @Message("States no price")
  String chipUnpriced();

  @Message("{filter}: {value}")
  String chip(String filter, String value);

  @Message("Not stated")
  String notStatedAnywhere();

  @Message("Search")
  String searchWords();

  @Message(
      """
      A clinic, a city, a word such as knee or ultrasound. Accents and small mistakes do not \
      matter.""")
  String searchWordsHint();

  @Message("More filters")
  String moreFilters();

  @Message("Price")
  String price();

  @Message("Show more of these ({n})")
  String moreOfThese(int n);

  @Message("What you chose")
  String whatYouChose();

  @Message("Take away:")
  String takeAway();

  @Message("{n} {#if n == 1}clinic{#else}clinics{/if}")
  String clinicsFound(int n);

  @Message("In which order")
  String inWhichOrder();

  @Message("Order:")
  String order();

  @Message("Without “{filter}” there {#if n == 1}is one clinic{#else}are {n} clinics{/if}")
  String withoutThereAre(String filter, int n);

  @Message("Take away one of these:")
  String takeOneOfThese();

  @Message("Where they are")
  String whereTheyAre();

  @Message("Map of the places with clinics in this list. The same places are listed below it.")
  String mapOfPlaces();

  @Message("Places as a list ({n})")
  String placesAsList(int n);

  @Message("Outlines: Natural Earth, public domain")
  String mapSource();

  @Message("Compare")
  String compareThis();

  @Message("Tick two to five clinics to see their facts side by side.")
  String compareHint();

  @Message("Compare the ticked ones")
  String compareTicked();

  @Message("Clinics side by side")
  String sideBySide();

  @Message("The same facts of each, as they are today. Rows in which they differ are marked.")
  String sideBySideLead();

  @Message("differs")
  String differs();

  @Message("Only what differs")
  String onlyDifferences();

  @Message("Everything")
  String everything();

  @Message("They agree in all of this.")
  String agreeInAll();

  @Message("Does not offer it")
  String doesNotOffer();

  @Message("Facts checked")
  String factsChecked();

  @Message("At a glance")
  String atAGlance();

  @Message("Take this clinic out")
  String takeOut();

  @Message("Compare with others: tick it in the list")
  String compareWithOthers();

  @Message("What is left to ask: {n} of {all} statements")
  String leftToAsk(int n, int all);
}
