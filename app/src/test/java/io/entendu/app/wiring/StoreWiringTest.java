package io.entendu.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.app.settings.PrivacyProperties;
import java.time.Period;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreWiringTest {

    private static final Period LONG = Period.ofYears(1);

    private static PrivacyProperties with(Optional<String> pepper, Optional<String> key) {
        return new PrivacyProperties(pepper, key, LONG, LONG, LONG, LONG, LONG, LONG);
    }

    private static Optional<String> secret(int bytes) {
        return Optional.of(Base64.getEncoder().encodeToString(new byte[bytes]));
    }

    @Test
    void aRedisOfOnesOwnNeedsBothSecrets() {
        assertThatThrownBy(() -> StoreWiring.required(with(Optional.empty(), Optional.empty())))
                .hasMessageContaining("entendu.privacy.pepper")
                .hasMessageContaining("entendu.privacy.encryption-key");

        assertThat(StoreWiring.required(with(secret(32), secret(32)))).isNotNull();
    }

    @Test
    void oneSecretAloneIsAMistakeEverywhere() {
        assertThatThrownBy(() -> with(secret(32), Optional.empty()))
                .hasMessageContaining("are needed together");
        assertThatThrownBy(() -> with(Optional.of(" "), secret(32)))
                .hasMessageContaining("are needed together");
    }

    @Test
    void aSecretOfAnotherLengthIsNamedAndNotShown() {
        assertThatThrownBy(() -> StoreWiring.required(with(secret(31), secret(32))))
                .hasMessageContaining("entendu.privacy.pepper")
                .hasMessageNotContaining(secret(31).orElseThrow());
    }
}
