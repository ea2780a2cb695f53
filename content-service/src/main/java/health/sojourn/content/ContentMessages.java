package health.sojourn.content;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What this service's pages say, {@code content:…} in their templates. */
@MessageBundle("content")
public interface ContentMessages {
  // Titles and descriptions.

  @Message("Know before you travel for treatment")
  String homeTitle();

  @Message(
      "Read what is known about a therapy, compare what was checked about clinics, and send one inquiry.")
  String homeDescription();

  @Message("Who pays Sojourn, for what, and what the money must not change.")
  String paidDescription();

  @Message("What our levels mean, for clinics and for claims, and what we have not checked.")
  String checkDescription();

  @Message("What we keep about you, who sees it, and how to take it back.")
  String privacyDescription();

  @Message("What to do if you were harmed, misled or badly treated, by a clinic or by us.")
  String complaintsDescription();

  @Message("What we had to correct, and when.")
  String correctionsDescription();

  @Message("What is known about the therapies that clinics here offer.")
  String therapiesDescription();

  @Message(
      "What trials found, what is not known, what the law says and what it costs: every claim with its sources.")
  String therapyDescription();

  // The language of an article.

  @Message("This article is in {language}")
  String articleInAnotherLanguage(String language);

  @Message(
      "There is no English version yet. The headings of tables and the notices are in English; the rest is in {language}. If you do not read it well, ask somebody you trust to explain it before you decide.")
  String whatIsTranslated(String language);

  @Message("These lines are in {language}, the language of the article.")
  String linesInAnotherLanguage(String language);

  @Message("in {language}")
  String inLanguage(String language);

  // The list of therapies.

  @Message("What is known, what is not, and who says so. Read this before you look at clinics.")
  String therapiesLead();

  @Message("No article is published yet. Please come back later.")
  String noArticles();

  @Message(
      "{claims} {#if claims == 1}claim{#else}claims{/if} tested, {sources} {#if sources == 1}source{#else}sources{/if} named.")
  String tested(int claims, int sources);

  @Message("Version {version}, {date}.")
  String versionOf(int version, String date);

  @Message("No clinician has reviewed it yet.")
  String unreviewed();

  @Message("{clinics} {#if clinics == 1}clinic lists it{#else}clinics list it{/if}")
  String clinicsListIt(long clinics);

  @Message("No clinic lists it yet.")
  String noClinicListsIt();

  // The frame of an article.

  @Message("Where you are")
  String whereYouAre();

  @Message("This is an older version")
  String olderVersion();

  @Message("Version {version}, replaced on {date}.")
  String replacedOn(int version, String date);

  @Message("Read the version in force")
  String readInForce();

  @Message("No clinician has reviewed this article yet")
  String unreviewedArticle();

  @Message(
      "Editors wrote it from the sources named below. Treat how sure we are as provisional, and ask your own doctor.")
  String unreviewedMeans();

  @Message("The review of this article is overdue")
  String reviewOverdue();

  @Message("It was due on {date}. Something here may be out of date.")
  String reviewWasDue(String date);

  @Message("In short")
  String inShort();

  @Message(
      "{#if clinics == 0}See the clinics{#else if clinics == 1}1 clinic lists this therapy{#else}{clinics} clinics list this therapy{/if}")
  String clinicsListThis(long clinics);

  @Message("Being listed is not a recommendation: look at what was checked.")
  String noRecommendation();

  @Message("Last compared with its sources on {reviewed}; next due {due}.")
  String compared(String reviewed, String due);

  @Message("Written by")
  String writtenBy();

  @Message("Reviewed by {reviewer}.")
  String reviewedBy(String reviewer);

  @Message("Reviewed by a clinician: not yet.")
  String reviewedByNobody();

  @Message("Contents")
  String contents();

  @Message("What changed")
  String whatChanged();

  @Message("None yet. If you find a mistake,")
  String noCorrections();

  @Message("tell us")
  String tellUs();

  @Message("Versions")
  String versions();

  @Message("Version {version}")
  String version(int version);

  // Claims and sources.

  @Message("You may read:")
  String youMayRead();

  @Message("Source {number}")
  String source(int number);

  /** Beside a source that was not seen. */
  @Message("We know only its name.")
  String onlyItsName();

  @Message("Read it")
  String readSource();

  @Message("Used in:")
  String usedIn();

  // Tables and drawings.

  @Message("What is known, outcome by outcome")
  String evidence();

  @Message("Outcome")
  String outcome();

  @Message("Studies")
  String studies();

  @Message("People")
  String people();

  @Message("Effect")
  String effect();

  @Message("How sure (provisional)")
  String howSureProvisional();

  @Message("How sure")
  String howSure();

  @Message("The law on these injections for the knee (not legal advice)")
  String law();

  @Message("Place")
  String place();

  @Message("Status")
  String status();

  @Message("What we know")
  String whatWeKnow();

  @Message("Checked")
  String checked();

  @Message("Read in part only.")
  String readInPart();

  @Message("Not yet")
  String notYet();

  @Message("Prices as clinics state them, in US dollars")
  String prices();

  @Message("Where")
  String where();

  @Message("What")
  String what();

  @Message("Price")
  String price();

  @Message("{low} to {high}")
  String between(String low, String high);

  @Message("from about {low}")
  String fromAbout(String low);

  @Message("{title}, as numbers")
  String asNumbers(String title);

  @Message("{people} people")
  String peopleIn(int people);

  @Message("Study")
  String study();

  @Message("Trials")
  String trials();

  @Message("Effect ({unit})")
  String effectIn(String unit);

  @Message("95 % interval")
  String interval();

  @Message("How many people were in each trial")
  String trialSizes();

  @Message(
      "Seven small trials above, the two large ones below. The large ones found no benefit over a steroid injection or a placebo.")
  String trialSizesSay();

  @Message("The trials")
  String theTrials();

  @Message("Trial")
  String trial();

  @Message("Cells")
  String cells();

  @Message("Dose (million)")
  String dose();

  @Message("People (with cells / control)")
  String peopleByGroup();

  @Message("Compared with")
  String comparedWith();

  @Message("Months")
  String months();

  // Disclosures.

  @Message("More about how we are paid")
  String moreOnPayment();

  @Message("Who had a hand in it")
  String whoHadAHand();

  @Message("Medical review")
  String medicalReview();

  @Message("Disclaimer")
  String disclaimer();
}
