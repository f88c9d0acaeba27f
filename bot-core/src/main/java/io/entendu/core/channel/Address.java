package io.entendu.core.channel;

/**
 * Where a respondent is reached on one channel. Never printed: it is personal data.
 *
 * @param value an E.164 number for SMS and WhatsApp, the chat id on Telegram, the visitor's token
 *     on the web
 */
public record Address(Channel channel, String value) {

    public Address {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException(
                    "an address has 1 to 200 characters, not " + value.length());
        }
    }

    /**
     * What tells persons apart: the number alone for telephones, so that SMS and WhatsApp are one
     * person.
     */
    public String identity() {
        return (channel.isPhone() ? "tel" : channel.wireName()) + ":" + value;
    }

    @Override
    public String toString() {
        return channel + " address";
    }
}
