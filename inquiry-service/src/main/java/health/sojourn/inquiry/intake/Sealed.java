package health.sojourn.inquiry.intake;

import java.util.List;
import java.util.UUID;

/**
 * A patient whose data has just been sealed.
 *
 * @param hashesOfContact of e-mail and phone: two inquiries that share one are the same person's
 */
record Sealed(UUID id, List<byte[]> hashesOfContact, boolean hasMailAddress) {}
