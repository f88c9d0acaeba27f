package io.entendu.core.channel;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a respondent is reached. */
public enum Channel {
    TELEGRAM,
    SMS,
    WHATSAPP,
    WEB;

    /** The name in the API: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of this API name; empty when there is none. */
    public static Optional<Channel> ofWireName(String name) {
        return Stream.of(values()).filter(c -> c.wireName().equals(name)).findFirst();
    }

    /** Whether the address is a telephone number, which SMS and WhatsApp share. */
    public boolean isPhone() {
        return this == SMS || this == WHATSAPP;
    }
}
