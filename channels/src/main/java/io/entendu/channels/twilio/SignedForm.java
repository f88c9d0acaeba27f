package io.entendu.channels.twilio;

import io.entendu.core.channel.WebhookReading;
import io.entendu.core.channel.WebhookReading.Forbidden;
import io.entendu.core.channel.WebhookReading.Ignored;
import io.entendu.core.channel.WebhookRequest;
import java.util.function.Function;

/** Lets only Twilio's forms in. */
final class SignedForm {

    /** <a href="https://www.twilio.com/docs/usage/security">Security</a>. */
    static final String SIGNATURE_HEADER = "x-twilio-signature";

    private final TwilioSettings settings;
    private final TwilioSignature signature;

    SignedForm(TwilioSettings settings) {
        this.settings = settings;
        signature = new TwilioSignature(settings.authToken());
    }

    /** Reads the form, once it is sure that it is Twilio's. */
    WebhookReading read(WebhookRequest request, Function<Form, WebhookReading> reader) {
        var given = request.header(SIGNATURE_HEADER).orElse("");
        // Never from the Host header: whoever calls us chooses that one.
        var url = settings.publicUrl(request.path());
        if (TwilioSignature.bodyHash(url).isPresent()) {
            return signature.matchesBody(url, request.body(), given)
                    ? new Ignored("not a form")
                    : forbidden();
        }
        var form = Form.parse(request.body());
        return signature.matches(url, form, given) ? reader.apply(form) : forbidden();
    }

    private static Forbidden forbidden() {
        return new Forbidden(
                "the signature does not match; is entendu.public-url what Twilio calls?");
    }
}
