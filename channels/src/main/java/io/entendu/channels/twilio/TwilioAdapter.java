package io.entendu.channels.twilio;

import com.twilio.http.TwilioRestClient;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.SentLookup;
import io.entendu.core.channel.Webhook;

/** SMS and WhatsApp, both ways. Safe for many threads. */
public final class TwilioAdapter implements AutoCloseable {

    private final TwilioHttp http;
    private final TwilioMessageWebhook messages;
    private final TwilioStatusWebhook statuses;
    private final TwilioSender sender;
    private final TwilioHistory history;
    private final TwilioLookup lookup;

    public TwilioAdapter(TwilioSettings settings) {
        http = new TwilioHttp(settings.apiUrl(), settings.timeout());
        var client =
                new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                        .httpClient(http)
                        .build();
        var signed = new SignedForm(settings);
        messages = new TwilioMessageWebhook(signed);
        statuses = new TwilioStatusWebhook(signed);
        sender = new TwilioSender(settings, client);
        history = new TwilioHistory(settings, client);
        lookup = new TwilioLookup(client, sender.channels());
    }

    /** Reads {@code /webhooks/twilio/message}. */
    public Webhook messageWebhook() {
        return messages;
    }

    /** Reads {@code /webhooks/twilio/status}. */
    public Webhook statusWebhook() {
        return statuses;
    }

    /** Serves SMS and WhatsApp as far as they have a sender. */
    public MessageSender sender() {
        return sender;
    }

    public TwilioHistory history() {
        return history;
    }

    /** Finds out what became of a message that got no answer. */
    public SentLookup lookup() {
        return lookup;
    }

    @Override
    public void close() {
        http.close();
    }
}
