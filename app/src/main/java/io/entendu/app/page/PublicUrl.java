package io.entendu.app.page;

import java.net.URI;
import java.util.Set;

/** Where people reach us from outside: {@code entendu.public-url}. */
public record PublicUrl(URI value) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public PublicUrl {
        if (value.getScheme() == null || value.getHost() == null) {
            throw new IllegalArgumentException("not an absolute URL: " + value);
        }
    }

    /** Whether browsers come to us over TLS, perhaps ended by a proxy in front of us. */
    public boolean isHttps() {
        return "https".equalsIgnoreCase(value.getScheme());
    }

    /** Whether this computer alone can reach it. */
    public boolean isLocal() {
        return LOOPBACK.contains(value.getHost());
    }

    /** The URL of a path that begins with {@code /}. */
    public String at(String path) {
        var base = value.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
