package health.sojourn.inquiry.routing;

import health.sojourn.defaults.Ids;
import health.sojourn.http.Language;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.InquiryCase;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.intake.RoutingMode;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.LeadStatus;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.money.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Routes inquiries: by the rules when one arrives or a clinic is lost, by hand when a facilitator
 * says so. Each run locks the inquiry, stores a decision and carries it out in one transaction.
 */
@ApplicationScoped
public class Routing {
  private static final Set<InquiryStatus> ROUTABLE =
      EnumSet.of(InquiryStatus.RECEIVED, InquiryStatus.ROUTED, InquiryStatus.UNPLACED);

  private final Inquiries inquiries;
  private final Leads leads;
  private final Candidates candidates;
  private final Decisions decisions;
  private final RuleSets ruleSets;
  private final Placement placement;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;
  private final Rates rates = Rates.shipped();
  private final Distances distances = Distances.shipped();

  Routing(
      Inquiries inquiries,
      Leads leads,
      Candidates candidates,
      Decisions decisions,
      RuleSets ruleSets,
      Placement placement,
      AuditLog audit,
      Ids ids,
      Clock clock) {
    this.inquiries = inquiries;
    this.leads = leads;
    this.candidates = candidates;
    this.decisions = decisions;
    this.ruleSets = ruleSets;
    this.placement = placement;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Asks the next clinics, as many as there are places for. Does nothing where nothing is to be
   * done: the inquiry has moved on, or enough clinics have it already.
   *
   * @return whether a clinic was asked
   */
  @Transactional
  public boolean continueByRule(UUID inquiryId) {
    Inquiry inquiry = inquiries.lock(inquiryId);
    List<Lead> before = leads.of(inquiryId);
    RuleSet rules = ruleSets.active();
    int places = rules.parallel() - (int) before.stream().filter(Routing::live).count();
    if (!ROUTABLE.contains(inquiry.status())
        || places <= 0
        || waitsForConfirmation(inquiry, rules)) {
      return false;
    }
    Run run = run(inquiry, rules, before, lead -> lead.status() != LeadStatus.WITHDRAWN);
    Verdict verdict = run.router().decide(run.question(), run.candidates(), places);
    boolean nobody = verdict.chosen().isEmpty();
    if (nobody && (places < rules.parallel() || inquiry.status() == InquiryStatus.UNPLACED)) {
      // Another clinic still has it, or it was already known that nobody fits.
      return false;
    }
    Decision decision = store(run, verdict, RoutingMode.AUTO, Actor.SYSTEM, null);
    carryOut(run, decision, Set.of());
    return !nobody;
  }

  /**
   * Lets the rules decide afresh. Clinics that wait for an answer are judged again with the others;
   * those not chosen any more lose their lead.
   */
  @Transactional
  public Decision rerouteByRule(UUID inquiryId, Actor actor) {
    Inquiry inquiry = routable(inquiryId);
    RuleSet rules = ruleSets.active();
    Run run = run(inquiry, rules, leads.of(inquiryId), Routing::ended);
    Verdict verdict = run.router().decide(run.question(), run.candidates(), rules.parallel());
    Decision decision = store(run, verdict, RoutingMode.AUTO, actor, null);
    carryOut(run, decision, open(run.before()));
    return decision;
  }

  /**
   * Asks the clinics a person chose, and takes the inquiry back from those that were not.
   *
   * @throws Problem 422 for a clinic that can't be meant, 403 or 409 where a rule forbids it
   */
  @Transactional
  public Decision routeByHand(UUID inquiryId, HandChoice choice) {
    Inquiry inquiry = routable(inquiryId);
    Run run = run(inquiry, ruleSets.active(), leads.of(inquiryId), Routing::ended);
    Set<String> clinics = new LinkedHashSet<>(choice.clinics());
    Verdict verdict = run.router().choose(run.question(), run.candidates(), clinics);
    choice.check(verdict);
    Decision decision = store(run, verdict, RoutingMode.MANUAL, choice.actor(), choice.reason());
    carryOut(run, decision, open(run.before()));
    return decision;
  }

  /** Who might be asked now and who not, for a person who is about to choose; changes nothing. */
  @Transactional
  public Verdict look(UUID inquiryId) {
    Inquiry inquiry = inquiries.find(inquiryId).orElseThrow();
    Router router = new Router(ruleSets.active(), rates, distances);
    Question question = question(inquiry, leads.of(inquiryId), Routing::ended);
    return router.decide(question, candidates.now(inquiry.therapy(), inquiryId), 0);
  }

  /** Whether its state still lets it be routed. */
  public static boolean canRoute(Inquiry inquiry) {
    return ROUTABLE.contains(inquiry.status());
  }

  private record Run(
      Inquiry inquiry,
      RuleSet rules,
      List<Lead> before,
      Question question,
      List<Candidate> candidates,
      Router router) {}

  private Inquiry routable(UUID inquiryId) {
    Inquiry inquiry = inquiries.lock(inquiryId);
    if (!canRoute(inquiry)) {
      throw Problem.conflict(
          "inquiry-state",
          "The inquiry %s is %s; it can't be routed any more."
              .formatted(inquiry.reference(), inquiry.status()));
    }
    return inquiry;
  }

  private Run run(Inquiry inquiry, RuleSet rules, List<Lead> before, Predicate<Lead> asked) {
    return new Run(
        inquiry,
        rules,
        before,
        question(inquiry, before, asked),
        candidates.hold(inquiry.therapy(), inquiry.id()),
        new Router(rules, rates, distances));
  }

  private Question question(Inquiry inquiry, List<Lead> before, Predicate<Lead> asked) {
    InquiryCase facts = inquiries.caseOf(inquiry.id());
    return new Question(
        facts,
        before.stream()
            .filter(asked)
            .collect(Collectors.toMap(Lead::clinic, lead -> lead.status().name())),
        Set.copyOf(leads.clinicsAsked(facts.relatedInquiries())),
        clock.instant());
  }

  private Decision store(Run run, Verdict verdict, RoutingMode mode, Actor actor, String reason) {
    Decision decision =
        new Decision(
            ids.next(),
            run.inquiry().id(),
            run.question().now(),
            mode,
            outcome(run, verdict, mode),
            verdict.ruleSet(),
            verdict.inputHash(),
            verdict.candidates(),
            verdict.tieBreak(),
            verdict.tie(),
            actor,
            reason,
            PatientText.of(verdict, mode == RoutingMode.MANUAL, Language.ENGLISH));
    decisions.add(decision);
    audit.write(run.inquiry().id(), actor, AuditLog.Act.READ_CASE);
    return decision;
  }

  private static Decision.Outcome outcome(Run run, Verdict verdict, RoutingMode mode) {
    if (verdict.chosen().isEmpty()) {
      return Decision.Outcome.UNPLACED;
    }
    boolean confirmed = mode == RoutingMode.MANUAL || run.rules().mode() == RuleSet.Mode.AUTO;
    return confirmed ? Decision.Outcome.ROUTED : Decision.Outcome.PROPOSED;
  }

  private void carryOut(Run run, Decision decision, Set<Lead> replaceable) {
    switch (decision.outcome()) {
      case ROUTED -> placement.place(run.inquiry(), decision, run.candidates(), replaceable);
      case UNPLACED -> placement.leaveUnplaced(run.inquiry(), decision, replaceable);
      case PROPOSED -> {}
    }
  }

  private boolean waitsForConfirmation(Inquiry inquiry, RuleSet rules) {
    return rules.mode() == RuleSet.Mode.PROPOSE
        && decisions.of(inquiry.id()).stream()
            .findFirst()
            .filter(last -> last.outcome() == Decision.Outcome.PROPOSED)
            .isPresent();
  }

  private static Set<Lead> open(List<Lead> leads) {
    return leads.stream().filter(lead -> lead.status().open()).collect(Collectors.toSet());
  }

  private static boolean live(Lead lead) {
    return lead.status().live();
  }

  private static boolean ended(Lead lead) {
    return !lead.status().live() && lead.status() != LeadStatus.WITHDRAWN;
  }
}
