package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.respondent.RespondentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final String ZEROS = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER =
            Base64.getEncoder()
                    .encodeToString(
                            "0123456789abcdef0123456789abcdef"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    private final Vault vault = new Vault(Secrets.of(ZEROS, ZEROS));

    @Test
    void a_pseudonym_never_changes() {
        assertThat(vault.of(new Address(Channel.SMS, "+15550001234")))
                .isEqualTo(new RespondentId(PSEUDONYM))
                .isEqualTo(vault.of(new Address(Channel.WHATSAPP, "+15550001234")));
    }

    /**
     * 128 bits of HMAC-SHA256(32 zero bytes, "tel:+15550001234"), computed apart from this code.
     */
    private static final String PSEUDONYM = "4k8v0j3dk6x773n9ev3qgwg4e4";

    @Test
    void other_channels_other_pepper_or_purposes_make_others() {
        var ids = new HashSet<String>();
        ids.add(vault.of(new Address(Channel.SMS, "77")).value());
        ids.add(vault.of(new Address(Channel.TELEGRAM, "77")).value());
        ids.add(vault.of(new Address(Channel.WEB, "77")).value());
        ids.add(new Vault(Secrets.of(OTHER, ZEROS)).of(new Address(Channel.WEB, "77")).value());
        ids.add(vault.name("a", "77"));
        ids.add(vault.name("b", "77"));

        assertThat(ids).hasSize(6);
    }

    @Test
    void what_is_sealed_opens_and_never_looks_the_same() {
        var first = vault.seal("+15550001234");

        assertThat(vault.open(first)).isEqualTo("+15550001234");
        assertThat(vault.seal("+15550001234")).isNotEqualTo(first);
        assertThat(first).doesNotContain("1234").doesNotContainAnyWhitespaces().doesNotContain(":");
    }

    @Test
    void a_damaged_or_foreign_value_is_refused_without_showing_it() {
        var sealed = vault.seal("+15550001234");
        var damaged = (sealed.charAt(20) == 'A' ? "B" : "A");

        assertThatThrownBy(
                        () -> vault.open(sealed.substring(0, 20) + damaged + sealed.substring(21)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(sealed);
        assertThatThrownBy(() -> new Vault(Secrets.of(ZEROS, OTHER)).open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_fingerprint_tells_either_secret_apart() {
        assertThat(new Vault(Secrets.of(ZEROS, ZEROS)).fingerprint())
                .isEqualTo(vault.fingerprint())
                .isNotEqualTo(new Vault(Secrets.of(OTHER, ZEROS)).fingerprint())
                .isNotEqualTo(new Vault(Secrets.of(ZEROS, OTHER)).fingerprint());
    }

    @Test
    void a_secret_of_another_length_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> Secrets.of("c2hvcnQ=", ZEROS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entendu.privacy.pepper")
                .hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> Secrets.of(ZEROS, "§"))
                .hasMessageContaining("entendu.privacy.encryption-key");
    }

    @Test
    void secrets_of_a_directory_are_made_once_and_private(@TempDir Path directory)
            throws IOException {
        var first = new Vault(Secrets.inDirectory(directory));
        var second = new Vault(Secrets.inDirectory(directory));

        assertThat(second.fingerprint())
                .isEqualTo(first.fingerprint())
                .isNotEqualTo(vault.fingerprint());
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(directory.resolve("secrets/pepper"))))
                .isEqualTo("rw-------");
        assertThat(Secrets.inDirectory(directory)).hasToString("Secrets[]");
    }
}
