package io.entendu.channels.twilio;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import java.util.Optional;
import java.util.regex.Pattern;

/** Twilio's way of writing addresses: an E.164 number, {@code whatsapp:} before it for WhatsApp. */
final class PhoneAddress {

    static final String WHATSAPP = "whatsapp:";

    /**
     * <a href="https://www.twilio.com/docs/glossary/what-e164">E.164</a>: a plus and at most
     * fifteen digits.
     */
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private PhoneAddress() {}

    /** The address; empty for short codes, names and channels that we do not serve. */
    static Optional<Address> read(String written) {
        var whatsapp = written.startsWith(WHATSAPP);
        var number = whatsapp ? written.substring(WHATSAPP.length()) : written;
        return E164.matcher(number).matches()
                ? Optional.of(new Address(whatsapp ? Channel.WHATSAPP : Channel.SMS, number))
                : Optional.empty();
    }

    /** Whether it sets out to be a number of a person, rightly or wrongly. */
    static boolean looksLikeNumber(String written) {
        return written.startsWith("+") || written.startsWith(WHATSAPP);
    }

    static String write(Address address) {
        return address.channel() == Channel.WHATSAPP ? WHATSAPP + address.value() : address.value();
    }
}
