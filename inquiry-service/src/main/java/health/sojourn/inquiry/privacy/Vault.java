package health.sojourn.inquiry.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Envelope encryption: each patient has a key of their own (AES-256-GCM), stored wrapped by the
 * master key. What is sealed can only be opened for the same patient and as the same thing, because
 * both are associated data.
 */
@ApplicationScoped
public class Vault {
  private final Aead master;
  private final Aead before;
  private final String masterKeyName;
  private final ObjectMapper json;

  Vault(MasterKey masterKey, ObjectMapper json) throws GeneralSecurityException {
    this.master = masterKey.wrapping();
    this.before = masterKey.before().isPresent() ? masterKey.before().get().wrapping() : null;
    this.masterKeyName = masterKey.name();
    this.json = json;
  }

  /** Two while the master key is changed, else one. */
  public int masterKeysKnown() {
    return before == null ? 1 : 2;
  }

  /** The name of the master key that wraps what is new. */
  public String masterKeyName() {
    return masterKeyName;
  }

  /**
   * The same key of a patient, wrapped by the master key of now.
   *
   * @throws IllegalStateException if none of the known master keys wrapped it
   */
  public byte[] rewrap(UUID patient, byte[] wrappedKey) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          keyset(patient, wrappedKey), master, associated(patient, "key"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No known master key wrapped the key of " + patient, e);
    }
  }

  /** A fresh key for this patient, wrapped; to be stored beside what it seals. */
  public byte[] newKey(UUID patient) {
    try {
      KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          key, master, associated(patient, "key"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A patient's key could not be made", e);
    }
  }

  /**
   * @param what the name of the sealed thing, such as {@code identity}
   * @param value written as JSON before it is sealed
   */
  public byte[] seal(UUID patient, byte[] wrappedKey, String what, Object value) {
    try {
      return unwrap(patient, wrappedKey)
          .encrypt(json.writeValueAsBytes(value), associated(patient, what));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Could not seal the " + what + " of " + patient, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalStateException if it was sealed for another patient, as another thing or under
   *     another key
   */
  public <T> T open(UUID patient, byte[] wrappedKey, String what, byte[] sealed, Class<T> type) {
    try {
      byte[] plain = unwrap(patient, wrappedKey).decrypt(sealed, associated(patient, what));
      return json.readValue(plain, type);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Could not open the " + what + " of " + patient, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Aead unwrap(UUID patient, byte[] wrappedKey) throws GeneralSecurityException {
    return keyset(patient, wrappedKey).getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private KeysetHandle keyset(UUID patient, byte[] wrappedKey) throws GeneralSecurityException {
    byte[] associated = associated(patient, "key");
    try {
      return TinkProtoKeysetFormat.parseEncryptedKeyset(wrappedKey, master, associated);
    } catch (GeneralSecurityException e) {
      if (before == null) {
        throw e;
      }
      return TinkProtoKeysetFormat.parseEncryptedKeyset(wrappedKey, before, associated);
    }
  }

  private static byte[] associated(UUID patient, String what) {
    return (patient + "/" + what).getBytes(StandardCharsets.UTF_8);
  }
}
