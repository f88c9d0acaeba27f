package io.entendu.channels.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.entendu.core.channel.InboundMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists <a
 * href="https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources">messages
 * that came in</a>, for those whose webhook found nobody: Twilio does not repeat it. Taps come as
 * the words on the button, since the list does not carry what lay behind it.
 */
public final class TwilioHistory {

    /** The largest page Twilio serves. */
    private static final int PAGE_SIZE = 1000;

    /** Some 30 MB; more than a number can be told in a day. */
    private static final int MOST = 100_000;

    private final TwilioSettings settings;
    private final TwilioRestClient client;
    private final int most;

    TwilioHistory(TwilioSettings settings, TwilioRestClient client) {
        this(settings, client, MOST);
    }

    TwilioHistory(TwilioSettings settings, TwilioRestClient client, int most) {
        this.settings = settings;
        this.client = client;
        this.most = most;
    }

    /** What the list held, or that it could not be had. */
    public sealed interface Listing {

        /** Oldest first, with the ids that their webhooks had. */
        record Listed(List<InboundMessage> messages) implements Listing {

            public Listed {
                messages = List.copyOf(messages);
            }
        }

        /**
         * Nothing is known; asking again is safe.
         *
         * @param code Twilio's, else the status, else a word of ours
         */
        record Unlisted(String code) implements Listing {

            /** Account or token are wrong. */
            private static final String AUTHENTICATE = "20003";

            /** Whether asking again will not help before somebody changes the settings. */
            public boolean isForbidden() {
                return code.equals(AUTHENTICATE) || code.equals("401") || code.equals("403");
            }
        }
    }

    /** Who receives for us, as {@link #between} wants them named: numbers, a messaging service. */
    public List<String> senders() {
        var senders = settings.senders();
        return Stream.of(
                        senders.messagingService(),
                        senders.sms(),
                        senders.whatsapp().map(number -> PhoneAddress.WHATSAPP + number))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The messages that persons sent to our senders: to each since its time, to none after {@code
     * until}.
     *
     * @param since by name of a sender; those that are missing are not asked about
     */
    public Listing between(Map<String, Instant> since, Instant until) {
        try {
            return listing(since, until);
        } catch (TwilioRefusal refusal) {
            return new Listing.Unlisted(refusal.code());
        } catch (TwilioSilence silence) {
            return new Listing.Unlisted(silence.left() ? "no_answer" : "unreached");
        } catch (TwilioException unreadable) {
            return new Listing.Unlisted("unreadable");
        }
    }

    private record Received(Instant at, InboundMessage message) {}

    private Listing listing(Map<String, Instant> since, Instant until) {
        var newestFirst = new ArrayList<Received>();
        var room = (long) most;
        for (var sender : senders()) {
            if (since.containsKey(sender)) {
                for (var number : numbers(sender)) {
                    room -= list(number, since.get(sender), until, room, newestFirst);
                    if (room < 0) {
                        return new Listing.Unlisted("too_many");
                    }
                }
            }
        }
        // Dates have whole seconds only; within one, a stable sort keeps the list's own order.
        return new Listing.Listed(
                newestFirst.reversed().stream()
                        .sorted(Comparator.comparing(Received::at))
                        .map(Received::message)
                        .toList());
    }

    private List<String> numbers(String sender) {
        return settings.senders().messagingService().filter(sender::equals).isPresent()
                ? ServiceNumbers.of(sender, client)
                : List.of(sender);
    }

    /** Adds what was sent to a number, newest first, and answers how much was read. */
    private long list(String to, Instant since, Instant until, long room, List<Received> found) {
        var reader =
                Message.reader()
                        .setTo(new PhoneNumber(to))
                        .setDateSentAfter(since.atZone(ZoneOffset.UTC))
                        .setDateSentBefore(endOfDay(until).atZone(ZoneOffset.UTC))
                        .setPageSize((long) PAGE_SIZE)
                        .limit(room + 1);
        var read = 0L;
        for (var message : reader.read(client)) {
            read++;
            ListedMessage.read(message)
                    .map(told -> new Received(ListedMessage.at(message), told))
                    .filter(received -> !received.at().isAfter(until))
                    .ifPresent(found::add);
        }
        return read;
    }

    /**
     * Twilio promises to mind days only, and of {@code DateSent<=} only what is before that day. So
     * it is asked for whole days, and the rest is left out here.
     */
    private static Instant endOfDay(Instant until) {
        return until.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }
}
