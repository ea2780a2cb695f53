package health.sojourn.inquiry.routing;

/**
 * Why a clinic is out.
 *
 * @param text a sentence for the facilitator
 * @param overridable whether a lead facilitator with a reason may ask the clinic all the same;
 *     never where the patient did not agree, the clinic was asked before or nobody is there
 */
public record Exclusion(HardRule code, String text, boolean overridable) {}
