package health.sojourn.inquiry;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the form and the tracking page say, and what they share with the desk; {@code inquiry:…} in
 * templates.
 */
@MessageBundle("inquiry")
public interface InquiryMessages {

  @Message("Ask for an offer")
  String askForAnOffer();

  @Message(
      "Ask clinics about donor stem cells for knee arthritis. It costs you nothing and binds you to nothing.")
  String formDescription();

  @Message(
      "You answer a few questions. We pick a clinic that fits, by rules you can read. It sees your case without your name. You decide at the end, and you can stop at any time.")
  String formLead();

  @Message(
      "It takes about ten minutes. Leave out what you don’t know. Questions marked “optional” can stay empty.")
  String formTime();

  @Message("You ask for a certain clinic")
  String certainClinic();

  @Message("{clinic}. Nobody else is asked unless you say so later.")
  String nobodyElse(String clinic);

  @Message("1. Who it is for")
  String whoItIsFor();

  @Message("Given name")
  String givenName();

  @Message("Family name")
  String familyName();

  @Message("Year of birth")
  String birthYear();

  @Message("Country where you live")
  String countryOfLiving();

  @Message("Language you want to be answered in")
  String languageOfAnswer();

  @Message("How we reach you")
  String howWeReachYou();

  @Message("One of the two is enough.")
  String oneIsEnough();

  @Message("E-mail address")
  String email();

  @Message("Phone number")
  String phone();

  @Message("With the country code, such as +49 1512 3456789")
  String phoneHint();

  @Message("I write for somebody else")
  String forSomebodyElse();

  @Message("Above is the person with the knee; here is you. We write to you then.")
  String forSomebodyElseHint();

  @Message("The person is my …")
  String thePersonIsMy();

  @Message("child")
  String child();

  @Message("parent")
  String parent();

  @Message("husband, wife or partner")
  String spouse();

  @Message("brother or sister")
  String sibling();

  @Message("friend")
  String friend();

  @Message("client; I am a caregiver")
  String caregiver();

  @Message("somebody else")
  String somebodyElse();

  @Message("Your given name")
  String yourGivenName();

  @Message("Your e-mail address")
  String yourEmail();

  @Message("2. The knee")
  String theKnee();

  @Message("Which knee?")
  String whichKnee();

  @Message("Left")
  String left();

  @Message("Right")
  String right();

  @Message("Both")
  String both();

  @Message("Grade of the arthritis, after Kellgren and Lawrence")
  String grade();

  @Message("It is in the report of an X-ray. Many clinics treat certain grades only.")
  String gradeHint();

  @Message("I don’t know")
  String dontKnow();

  @Message("0: none to be seen")
  String grade0();

  @Message("1: doubtful")
  String grade1();

  @Message("2: mild")
  String grade2();

  @Message("3: moderate")
  String grade3();

  @Message("4: severe, bone on bone")
  String grade4();

  @Message("Pain now, from 0 (none) to 10 (worst you can think of)")
  String painNow();

  @Message("Since which year?")
  String sinceWhichYear();

  @Message("What have you tried?")
  String whatTried();

  @Message("Exercise or physiotherapy")
  String triedExercise();

  @Message("Losing weight")
  String triedWeightLoss();

  @Message("Painkillers such as ibuprofen")
  String triedPainkillers();

  @Message("Steroid injection")
  String triedSteroid();

  @Message("Hyaluronic acid injection")
  String triedHyaluronic();

  @Message("Own blood plasma (PRP)")
  String triedPlasma();

  @Message("Surgery")
  String triedSurgery();

  @Message("Something else")
  String triedOther();

  @Message("Does one of these apply to you?")
  String whatApplies();

  @Message(
      "Clinics turn people away because of them, for good reasons. Saying it now saves you a journey.")
  String whatAppliesHint();

  @Message("Cancer, now or within five years")
  String hasCancer();

  @Message("An infection at present")
  String hasInfection();

  @Message("I take blood thinners")
  String takesBloodThinners();

  @Message("Pregnancy")
  String isPregnant();

  @Message("Height in centimetres")
  String height();

  @Message("Weight in kilograms")
  String weight();

  @Message("Anything else a doctor should know")
  String notes();

  @Message("Clinics don’t see this before you choose one.")
  String notesHint();

  @Message("3. What you wish for")
  String whatYouWish();

  @Message("No clinic is listed at the moment")
  String noClinicListed();

  @Message("We know of no clinic that offers this therapy right now. Please come back later.")
  String noClinicListedText();

  @Message("In which countries may we ask clinics?")
  String whichCountries();

  @Message("Only clinics there can see your case.")
  String whichCountriesHint();

  @Message("The most you want to spend")
  String mostToSpend();

  @Message("For the treatment, without travel.")
  String mostToSpendHint();

  @Message("Amount")
  String amount();

  @Message("Currency")
  String currency();

  @Message("US dollars")
  String usDollars();

  @Message("Euros")
  String euros();

  @Message("Pounds sterling")
  String pounds();

  @Message("Languages you can talk to a doctor in")
  String languagesToTalkIn();

  @Message("If you tick some, only clinics that speak one of them are asked.")
  String languagesToTalkInHint();

  @Message("Not before")
  String notBefore();

  @Message("4. What you agree to and should know")
  String whatYouAgreeTo();

  @Message("Please read each one. Nothing is ticked for you.")
  String readEachOne();

  @Message("{title} (optional)")
  String optionalTitle(String title);

  @Message("Ask such clinics in")
  String askSuchClinicsIn();

  @Message("Send my inquiry")
  String sendMyInquiry();

  @Message(
      "It costs you nothing and binds you to nothing. This is not medical advice; please don’t stop a treatment because of it.")
  String bindsYouToNothing();

  @Message("Your inquiry is sent")
  String inquirySent();

  @Message("Its reference is")
  String itsReference();

  @Message("Please write it down.")
  String writeItDown();

  @Message("What happens next")
  String whatHappensNext();

  @Message("We have your inquiry")
  String weHaveIt();

  @Message("We look for a clinic that fits")
  String weLook();

  @Message("Most of the time this takes less than a minute.")
  String weLookTime();

  @Message("The clinic reads your case, without your name")
  String clinicReads();

  @Message("It has two working days. If it does not answer, the next one is asked.")
  String clinicReadsTime();

  @Message("You get a written offer and decide")
  String youDecide();

  @Message("Nothing is agreed before that.")
  String youDecideNote();

  @Message("If you gave an e-mail address, a mail with a link to your page is on its way.")
  String mailOnItsWay();

  @Message("You can also")
  String orElse();

  @Message("ask for a link")
  String askForALink();

  @Message("at any time.")
  String atAnyTime();

  @Message("Meanwhile: talk to your own doctor, and don’t stop what you do for your knee.")
  String meanwhile();

  @Message("Track my inquiry")
  String trackMyInquiry();

  @Message("This link no longer works")
  String linkSpent();

  @Message(
      "It was used before, or it is older than ten minutes. Ask for a new one here; that is as often as you like.")
  String linkSpentText();

  @Message(
      "Tell us your reference and your e-mail address. If they belong together we send you a link that opens your page. There is no password to remember.")
  String tellUsReference();

  @Message("Reference")
  String reference();

  @Message("It is in our first mail and looks like SJ-XXXX-XXXX")
  String referenceHint();

  @Message("Send me a link")
  String sendMeALink();

  @Message(
      "You gave only a phone number? Call us or write to us; we tell you where your inquiry stands.")
  String onlyAPhone();

  @Message("Look into your mail")
  String lookIntoYourMail();

  @Message("If the reference and the address belong together, a link is on its way to you.")
  String linkOnItsWay();

  @Message(
      "It opens your page once and works for ten minutes. If nothing comes within a few minutes, look into the spam folder, or check the reference and")
  String linkOpensOnce();

  @Message("ask again")
  String askAgain();

  @Message("We say the same in every case, so that nobody can find out whether you wrote to us.")
  String sameInEveryCase();

  @Message("Open my inquiry")
  String openMyInquiry();

  @Message("Your page stays open in this browser for half an hour. The link works only this once.")
  String openMyInquiryText();

  @Message("Inquiry")
  String inquiry();

  @Message("Inquiry {reference}")
  String inquiryNamed(String reference);

  @Message("Answer due:")
  String answerDue();

  @Message("Who has to act")
  String whoHasToAct();

  @Message("Until")
  String until();

  @Message("Why these clinics")
  String whyTheseClinics();

  @Message("What happened")
  String whatHappened();

  @Message("What happened, oldest first")
  String whatHappenedOldestFirst();

  @Message("Who read your case")
  String whoRead();

  @Message("Nobody yet. Everybody who opens it is written down here.")
  String nobodyRead();

  @Message("{who} {what}")
  String readBy(String who, String what);

  @Message("Stop it")
  String stopIt();

  @Message("You can take back what you agreed to at any time, without giving a reason.")
  String stopItText();

  @Message("Withdraw my inquiry")
  String withdrawMyInquiry();

  @Message("Close this page in this browser")
  String closeThisPage();

  @Message("Withdraw my inquiry?")
  String withdrawQuestion();

  @Message(
      "This takes back both consents and closes the inquiry at once. Clinics lose the case. What a clinic has already read can’t be unread.")
  String withdrawText();

  @Message("You can send a new inquiry at any time.")
  String newInquiryAnyTime();

  @Message("Keep it")
  String keepIt();

  @Message("Name")
  String name();

  @Message("E-mail")
  String emailShort();

  @Message("Phone")
  String phoneShort();

  @Message("Written by")
  String writtenBy();

  @Message("Visits")
  String visits();

  @Message("Nights there")
  String nights();

  @Message("Afterwards")
  String followUp();

  @Message("Deposit")
  String deposit();

  @Message("none")
  String noDeposit();

  @Message("If you cancel")
  String refundRule();

  @Message("What it consists of can’t be shown right now.")
  String onlyTheSum();

  @Message("Your offers")
  String yourOffers();

  @Message("Some details are missing")
  String notAllKnown();

  @Message(
      "The sums and dates below are right. What they include can’t be read at the moment; please come back in some minutes before you decide.")
  String notAllKnownText();

  @Message(
      "Read what is included and what is not. You choose when you want to; until then no clinic knows who you are.")
  String readOffers();

  @Message("Choose this offer")
  String chooseThis();

  @Message("Choose an offer")
  String chooseTitle();

  @Message("Choose {clinic}?")
  String chooseQuestion(String clinic);

  @Message("Who is told what")
  String whoIsToldWhat();

  @Message("{clinic} will see this, beside the case it knows already:")
  String clinicIsTold(String clinic);

  @Message("No other clinic has your case.")
  String nobodyElseHasIt();

  @Message("These clinics are told only that you chose another one, and lose your case:")
  String othersAreTold();

  @Message(
      "You pay nothing here: a contract and a deposit are between you and the clinic. A choice can’t be taken back on this page, but you can still withdraw your inquiry. What the clinic has read can’t be unread.")
  String noMoneyHere();

  @Message("Choose {clinic}")
  String chooseThisOne(String clinic);

  @Message("Not yet")
  String notYetBack();

  @Message("Messages")
  String messages();

  @Message(
      "A facilitator reads each message before it is passed on, so that nobody learns who you are before you choose.")
  String messagesPassUs();

  @Message("It was not passed on. Please write it again without names and addresses.")
  String wasKeptBack();

  @Message("A facilitator reads it first.")
  String isReadFirst();

  @Message("Clinic")
  String toWhichClinic();

  @Message("Your message or answer")
  String yourMessage();

  @Message("Please leave out your name, address and phone number.")
  String yourMessageHint();

  @Message("Send the message")
  String sendMessage();

  @Message("How it ended")
  String howItEnded();

  @Message("The clinic says you were treated on {day}.")
  String clinicSaysTreated(String day);

  @Message("The clinic says the treatment was cancelled on {day}.")
  String clinicSaysCancelled(String day);

  @Message("Was it so? Then please confirm. If not, write to us below and confirm nothing.")
  String confirmTreatedText();

  @Message(
      "Was it so? Then please confirm; your inquiry is closed with it. If not, write to us below and confirm nothing.")
  String confirmCancelledText();

  @Message("Yes, I was treated")
  String yesTreated();

  @Message("Yes, it was cancelled")
  String yesCancelled();

  @Message("This was confirmed.")
  String itWasConfirmed();
}
