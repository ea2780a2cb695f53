package health.sojourn.inquiry.privacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.inquiry.InquiryConfig;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final UUID ANA = UUID.randomUUID();
  private static final UUID BEN = UUID.randomUUID();

  private final Vault vault;

  VaultTest() throws GeneralSecurityException {
    vault = vault((byte) 1);
  }

  record Note(String text) {}

  @Test
  void opensWhatItSealed() {
    byte[] key = vault.newKey(ANA);
    byte[] sealed = vault.seal(ANA, key, "note", new Note("left knee"));
    assertEquals(new Note("left knee"), vault.open(ANA, key, "note", sealed, Note.class));
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("knee"));
  }

  @Test
  void sealsTheSameTextDifferentlyEachTime() {
    byte[] key = vault.newKey(ANA);
    assertFalse(
        Arrays.equals(
            vault.seal(ANA, key, "note", new Note("a")),
            vault.seal(ANA, key, "note", new Note("a"))));
  }

  @Nested
  class Refuses {
    private final byte[] key = vault.newKey(ANA);
    private final byte[] sealed = vault.seal(ANA, key, "note", new Note("a"));

    @Test
    void anotherPatientsBox() {
      refused(vault, BEN, vault.newKey(BEN), "note", sealed);
    }

    @Test
    void aKeyCopiedToAnotherPatient() {
      refused(vault, BEN, key, "note", sealed);
    }

    @Test
    void aBoxPutInAnotherPlace() {
      refused(vault, ANA, key, "identity", sealed);
    }

    @Test
    void aBoxSomebodyChanged() {
      byte[] changed = sealed.clone();
      changed[changed.length - 1] ^= 1;
      refused(vault, ANA, key, "note", changed);
    }

    @Test
    void anotherMasterKey() throws GeneralSecurityException {
      refused(vault((byte) 2), ANA, key, "note", sealed);
    }

    private void refused(Vault by, UUID patient, byte[] wrapped, String what, byte[] box) {
      assertThrows(
          IllegalStateException.class, () -> by.open(patient, wrapped, what, box, Note.class));
    }
  }

  @Nested
  class Fingerprint {
    private final Fingerprints fingerprints = new Fingerprints(masterKey((byte) 1));

    Fingerprint() throws GeneralSecurityException {}

    @Test
    void isTheSameHoweverItIsTyped() {
      assertArrayEquals(
          fingerprints.email("Ana@Example.ORG "), fingerprints.email("ana@example.org"));
      List<byte[]> typed = fingerprints.name("ÁNA-Lía", "Núñez");
      List<byte[]> plain = fingerprints.name("ana lia", "nunez");
      assertEquals(3, typed.size());
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(plain.get(i), typed.get(i));
      }
    }

    @Test
    void isAnotherUnderAnotherKeyAndForAnotherKind() throws GeneralSecurityException {
      byte[] email = fingerprints.email("a@example.org");
      assertFalse(
          Arrays.equals(email, new Fingerprints(masterKey((byte) 2)).email("a@example.org")));
      assertFalse(Arrays.equals(email, fingerprints.token("a@example.org")));
    }
  }

  @Test
  void theMasterKeyMustBe32BytesInBase64() {
    assertThrows(IllegalStateException.class, () -> new MasterKey(config("not base64!", null)));
    assertThrows(IllegalStateException.class, () -> new MasterKey(config("c2hvcnQ=", null)));
  }

  private static Vault vault(byte filling) throws GeneralSecurityException {
    return new Vault(masterKey(filling), new ObjectMapper());
  }

  private static MasterKey masterKey(byte filling) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, filling);
    return new MasterKey(config(Base64.getEncoder().encodeToString(bytes), null));
  }

  static InquiryConfig config(String masterKey, String before) {
    return new InquiryConfig() {
      @Override
      public URI publicUrl() {
        return URI.create("http://localhost:8080");
      }

      @Override
      public boolean demo() {
        return false;
      }

      @Override
      public String masterKey() {
        return masterKey;
      }

      @Override
      public Optional<String> masterKeyBefore() {
        return Optional.ofNullable(before);
      }

      @Override
      public Duplicates duplicates() {
        return () -> 180;
      }

      @Override
      public Office office() {
        throw new UnsupportedOperationException();
      }
    };
  }
}
