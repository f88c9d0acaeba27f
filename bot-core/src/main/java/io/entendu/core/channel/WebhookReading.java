package io.entendu.core.channel;

import java.util.List;

/** What a provider's call to us turned out to be. */
public sealed interface WebhookReading {

    /** Messages of people, oldest first. */
    record Messages(List<InboundMessage> messages) implements WebhookReading {

        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /** What became of messages we sent. */
    record Reports(List<DeliveryReport> reports) implements WebhookReading {

        public Reports {
            reports = List.copyOf(reports);
        }
    }

    /** Authentic, but nothing for us: answered with 200 so that it does not come again. */
    record Ignored(String why) implements WebhookReading {}

    /** Not from the provider. */
    record Forbidden(String why) implements WebhookReading {}

    /** From the provider, but unreadable. */
    record Malformed(String why) implements WebhookReading {}
}
