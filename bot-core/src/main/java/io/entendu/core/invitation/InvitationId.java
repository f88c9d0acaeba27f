package io.entendu.core.invitation;

import java.util.regex.Pattern;

/**
 * An invitation by an unguessable token: 22 characters of base64url, 128 random bits. It is also
 * the payload of the link.
 *
 * <p>Telegram allows 64 such characters in a deep link:
 * https://core.telegram.org/bots/features#deep-linking
 */
public record InvitationId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    public InvitationId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an invitation id");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** Hidden: whoever knows it may take the survey. */
    @Override
    public String toString() {
        return "InvitationId[]";
    }
}
