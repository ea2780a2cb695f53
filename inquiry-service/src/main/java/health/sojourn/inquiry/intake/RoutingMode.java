package health.sojourn.inquiry.intake;

/** Who decided where an inquiry goes: the rules, or a facilitator with a reason. */
public enum RoutingMode {
  AUTO,
  MANUAL
}
