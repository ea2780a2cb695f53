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
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The one secret of this service, and the two keys derived from it (HKDF-SHA-256, RFC 5869): one
 * wraps the patients' keys, one keys the hashes by which people are found.
 */
@ApplicationScoped
class MasterKey {
  private static final int BYTES = 32;
  private static final byte[] NO_SALT = new byte[0];

  private final byte[] secret;

  MasterKey(InquiryConfig config) {
    secret = decode(config.masterKey());
  }

  private static byte[] decode(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("SOJOURN_MASTER_KEY is not base64");
    }
    if (bytes.length != BYTES) {
      throw new IllegalStateException(
          "SOJOURN_MASTER_KEY must be 32 bytes in base64, as `openssl rand -base64 32` makes them");
    }
    return bytes;
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
