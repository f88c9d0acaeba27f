package io.entendu.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PublicUrlTest {

    @Test
    void aTrailingSlashOfThePublicUrlIsNoPartOfItsPaths() {
        var url = new PublicUrl(URI.create("https://x.example/"));

        assertThat(url.at("/webhooks/telegram")).isEqualTo("https://x.example/webhooks/telegram");
    }
}
