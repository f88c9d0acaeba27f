package io.entendu.app.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the product is and keeps things.
 *
 * @param publicUrl the URL under which providers and people reach it, without a trailing slash
 * @param dataDir files of the embedded Redis and generated secrets
 * @param surveysDir more survey files; they win over seeds of the same id; null for none (an
 *     optional path is not bound by Spring)
 */
@ConfigurationProperties("entendu")
public record EntenduSettings(
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("./data") Path dataDir,
        @Nullable Path surveysDir) {

    public EntenduSettings {
        if (!"http".equals(publicUrl.getScheme()) && !"https".equals(publicUrl.getScheme())) {
            throw new IllegalArgumentException(
                    "entendu.public-url must begin with http:// or https://: " + publicUrl);
        }
    }
}
