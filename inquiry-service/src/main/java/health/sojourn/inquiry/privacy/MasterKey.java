package health.sojourn.inquiry.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import health.sojourn.inquiry.InquiryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The one secret of this service, and the two keys derived from it (HKDF-SHA-256, RFC 5869): one
 * wraps the patients' keys, one keys the hashes by which people are found. While it is changed, the
 * one before is known too.
 */
@ApplicationScoped
class MasterKey {
  private static final int BYTES = 32;
  private static final int NAME_BYTES = 6;
  private static final byte[] NO_SALT = new byte[0];

  private final byte[] secret;
  private final Optional<MasterKey> before;

  @Inject
  MasterKey(InquiryConfig config) {
    secret = decode("SOJOURN_MASTER_KEY", config.masterKey());
    before =
        config
            .masterKeyBefore()
            .filter(key -> !key.isBlank())
            .map(key -> new MasterKey(decode("SOJOURN_MASTER_KEY_BEFORE", key)));
  }

  private MasterKey(byte[] secret) {
    this.secret = secret;
    this.before = Optional.empty();
  }

  private static byte[] decode(String variable, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(variable + " is not base64");
    }
    if (bytes.length != BYTES) {
      throw new IllegalStateException(
          variable + " must be 32 bytes in base64, as `openssl rand -base64 32` makes them");
    }
    return bytes;
  }

  Optional<MasterKey> before() {
    return before;
  }

  /** Tells it from another one and gives nothing of it away. */
  String name() throws GeneralSecurityException {
    return HexFormat.of().formatHex(derive("name"), 0, NAME_BYTES);
  }

  Aead wrapping() throws GeneralSecurityException {
    AeadConfig.register();
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    AesGcmKey key =
        AesGcmKey.builder()
            .setParameters(parameters)
            .setKeyBytes(SecretBytes.copyFrom(derive("wrap"), InsecureSecretKeyAccess.get()))
            .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  byte[] finding() throws GeneralSecurityException {
    return derive("find");
  }

  private byte[] derive(String purpose) throws GeneralSecurityException {
    return Hkdf.computeHkdf(
        "HMACSHA256", secret, NO_SALT, ("sojourn/" + purpose).getBytes(), BYTES);
  }
}
