package io.entendu.app.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of a message when nobody can tell whether it was sent: it got no answer, and the
 * provider cannot be asked.
 *
 * @param unknownOutcome of a running conversation
 * @param unknownInvitation of an invitation
 */
@ConfigurationProperties("entendu.sending")
public record SendingProperties(
        @DefaultValue("resend") Unknown unknownOutcome,
        @DefaultValue("hold") Unknown unknownInvitation) {

    /** Which mistake is the lesser one. */
    public enum Unknown {
        /** It is sent once more, and may come twice. */
        RESEND,
        /** It is left to staff, and may never come. */
        HOLD
    }
}
