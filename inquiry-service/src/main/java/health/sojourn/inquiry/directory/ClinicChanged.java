package health.sojourn.inquiry.directory;

/** Said inside this service, in the transaction that changed the directory. */
public record ClinicChanged(String slug) {}
