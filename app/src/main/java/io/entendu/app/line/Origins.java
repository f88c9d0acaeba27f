package io.entendu.app.line;

import io.entendu.core.channel.Address;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** What an address tells of its owner. */
public interface Origins {

    /** The language most likely understood there. */
    Locale locale(Address address);

    /** The time zone, where the number's country has but one or a main one. */
    Optional<ZoneId> timeZone(Address address);
}
