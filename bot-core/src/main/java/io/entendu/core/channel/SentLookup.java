package io.entendu.core.channel;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Asks a provider whether it took a message of whose sending it said nothing. */
public interface SentLookup {

    /** The channels on which it can be asked. */
    Set<Channel> channels();

    /**
     * Looks for messages to the same person with the same words.
     *
     * @param since none older counts
     * @return what is there; never throws for what a provider or the network can do
     */
    Finding find(OutboundMessage message, Instant since);

    /** What the provider said. */
    sealed interface Finding {

        /**
         * The messages that it took and did not fail to deliver, oldest first; perhaps none.
         *
         * @param providerMessageIds also those of which we know already
         */
        record Listed(List<String> providerMessageIds) implements Finding {

            public Listed {
                providerMessageIds = List.copyOf(providerMessageIds);
            }
        }

        /**
         * It could not be asked now.
         *
         * @param code the provider's own code or HTTP status, or a word of ours
         */
        record Unknown(String code) implements Finding {}
    }
}
