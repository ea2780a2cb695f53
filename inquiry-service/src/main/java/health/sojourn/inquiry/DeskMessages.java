package health.sojourn.inquiry;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the facilitators' desk alone says, {@code desk:…} in its templates. */
@MessageBundle("desk")
public interface DeskMessages {
  @Message("Facilitators")
  String facilitators();

  @Message("Inquiries")
  String inquiries();

  @Message("All")
  String all();

  @Message("Find an inquiry")
  String findAnInquiry();

  @Message(
      "A reference, an e-mail address, a phone number with country code, or a name. Exact matches only.")
  String findHint();

  @Message("Find it")
  String findIt();

  @Message("Show all")
  String showAll();

  @Message("Inquiries, newest first")
  String newestFirst();

  @Message(
      "Nothing here. Inquiries appear as soon as they are sent; choose another state on the side, or show all.")
  String noInquiries();

  @Message("State")
  String state();

  @Message("Patient")
  String patient();

  @Message("With")
  String with();

  @Message("Due next")
  String dueNext();

  @Message("Owner")
  String owner();

  @Message("Received")
  String received();

  @Message("born {year}")
  String born(int year);

  @Message("nobody")
  String nobody();

  @Message("nothing")
  String nothing();

  @Message("nobody yet")
  String nobodyYet();

  @Message("Received {moment}.")
  String receivedAt(String moment);

  @Message("Owner: {name}.")
  String ownerIs(String name);

  @Message("Closed because: {reason}.")
  String closedBecause(String reason);

  @Message("The inquiry was not routed")
  String notRouted();

  @Message("Why: every decision")
  String everyDecision();

  @Message("No decision yet. An inquiry is routed within seconds of its arrival.")
  String noDecision();

  @Message("Clinic opens it:")
  String clinicOpensIt();

  @Message("Clinic answers:")
  String clinicAnswers();

  @Message("We review it:")
  String weReviewIt();

  @Message("{clinic} should have opened it")
  String shouldHaveOpened(String clinic);

  @Message("{clinic} should have answered")
  String shouldHaveAnswered(String clinic);

  @Message("We should have reviewed it")
  String shouldHaveReviewed();

  @Message("Person")
  String person();

  @Message("Lives in")
  String livesIn();

  @Message("Speaks")
  String speaks();

  @Message("Born")
  String bornIn();

  @Message("Condition")
  String condition();

  @Message("Joint")
  String joint();

  @Message("Kellgren-Lawrence")
  String kellgrenLawrence();

  @Message("Grade {grade}")
  String gradeIs(Integer grade);

  @Message("Not known")
  String notKnown();

  @Message("Pain now")
  String pain();

  @Message("{pain} of 10")
  String ofTen(Integer pain);

  @Message("Not stated")
  String notStated();

  @Message("since {year}")
  String since(Integer year);

  @Message("Tried")
  String tried();

  @Message("Speaks against it")
  String speaksAgainstIt();

  @Message("Nothing named")
  String nothingNamed();

  @Message("In their words:")
  String inTheirWords();

  @Message("Wishes")
  String wishes();

  @Message("Countries")
  String countries();

  @Message("Any they agreed to")
  String anyAgreedTo();

  @Message("Clinics")
  String clinics();

  @Message("Any")
  String any();

  @Message("Budget")
  String budget();

  @Message("None named")
  String noneNamed();

  @Message("Languages")
  String languages();

  @Message("From")
  String from();

  @Message("Perhaps the same person")
  String perhapsTheSame();

  @Message("Agreed to and told")
  String agreedAndTold();

  @Message("Consents")
  String consents();

  @Message("Text {version} in {tongue}, given {moment}")
  String textGiven(String version, String tongue, String moment);

  @Message("Text {version} in {tongue}, read {moment}")
  String textRead(String version, String tongue, String moment);

  @Message("Withdrawn {moment}")
  String withdrawnAt(String moment);

  @Message("Disclosures read")
  String disclosuresRead();

  @Message("Clinics asked")
  String clinicsAsked();

  @Message("No clinic was asked so far.")
  String noneAsked();

  @Message("Clinic")
  String clinic();

  @Message("Offered")
  String offered();

  @Message("Answer by")
  String answerBy();

  @Message("Answered")
  String answered();

  @Message("not yet")
  String notYet();

  @Message("by hand, {who}")
  String byHand(String who);

  @Message("by the rules")
  String byRules();

  @Message("by the rules, asked for by {who}")
  String byRulesFor(String who);

  @Message("Reason:")
  String reason();

  @Message("Who could be asked")
  String couldBeAsked();

  @Message("No clinic could be asked.")
  String noneCouldBeAsked();

  @Message("Score")
  String score();

  @Message("Made of")
  String madeOf();

  @Message("Not known")
  String unknown();

  @Message("asked")
  String asked();

  @Message("Who could not be asked")
  String couldNotBeAsked();

  @Message("Why not")
  String whyNot();

  @Message("asked against a rule")
  String askedAgainstARule();

  @Message("Rule set {version}, inputs")
  String ruleSet(String version);

  @Message("Ask other clinics")
  String askOtherClinics();

  @Message(
      "One to three. A clinic that waits with an answer and is not chosen here loses the inquiry.")
  String askOtherClinicsHint();

  @Message("(has it now)")
  String hasItNow();

  @Message("Score {score}.")
  String scoreIs(String score);

  @Message("{clinic}, against a rule")
  String againstARule(String clinic);

  @Message("Why")
  String why();

  @Message("Kept with the decision. Colleagues and auditors read it.")
  String whyHint();

  @Message("A clinic that a rule keeps out can be asked by a lead facilitator.")
  String leadMayOverride();

  @Message("Ask these clinics")
  String askThese();

  @Message("Let the rules decide again")
  String letRulesDecide();

  @Message("a clinic")
  String aClinic();

  @Message("Catalogue of clinics")
  String clinicCatalogue();

  @Message("{clinic} should have made an offer")
  String shouldHaveQuoted(String clinic);

  @Message("Clinic makes an offer:")
  String clinicQuotes();

  @Message("What the clinic reports")
  String reportOfTheClinic();

  @Message("Reported {moment}.")
  String reportedAt(String moment);

  @Message("Confirmed by {who}, {moment}.")
  String confirmedBy(String who, String moment);

  @Message("Ask the patient, unless they confirm it on their page themselves.")
  String confirmHint();

  @Message("Confirm the treatment")
  String confirmTreatment();

  @Message("Confirm it was cancelled and close")
  String confirmCancellation();

  @Message("Offers")
  String offers();

  @Message("Offer")
  String offer();

  @Message("Chosen by {who}, {moment}.")
  String chosenAt(String who, String moment);

  @Message("The clinic knows name and contact since then.")
  String clinicKnowsWho();

  @Message("Choose for the patient")
  String chooseForPatient();

  @Message(
      "Only if the patient told you so. That clinic learns at once who they are; the others lose the case. It can’t be undone.")
  String chooseForPatientHint();

  @Message("How and when the patient said so. It is kept with the choice.")
  String whyChosenHint();

  @Message("Choose it for them")
  String chooseItForThem();

  @Message("Kept back. It can still be released.")
  String keptBack();

  @Message("Release to the patient")
  String releaseToPatient();

  @Message("Release to the clinic")
  String releaseToClinic();

  @Message("Keep back")
  String keepBack();

  @Message("Write to patient and clinic")
  String writeToBoth();

  @Message("Both read it at once. Leave out who the patient is.")
  String writeToBothHint();

  @Message("Message")
  String theMessage();
}
