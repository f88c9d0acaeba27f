package io.entendu.app.work;

import io.entendu.app.line.Line;
import io.entendu.channels.twilio.TwilioHistory;
import io.entendu.channels.twilio.TwilioHistory.Listing;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.Watermarks;
import io.entendu.core.channel.Watermarks.Look;
import io.entendu.core.channel.Watermarks.Mark;
import io.entendu.core.respondent.Respondents;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what people sent and no webhook brought. What is known already is not taken twice: the
 * store knows it by its id.
 */
public final class MissedMessages {

    private static final Logger LOG = LoggerFactory.getLogger(MissedMessages.class);

    /** Looked at again each time: for messages that are listed late and clocks that differ. */
    static final Duration OVERLAP = Duration.ofHours(1);

    /**
     * Twilio may still be calling for a message so young (15 s a try), and tells more than here.
     */
    static final Duration LEFT_TO_WEBHOOKS = Duration.ofSeconds(30);

    /** What is older the store may have forgotten (72 h), and would take in a second time. */
    static final Duration REMEMBERED = Duration.ofHours(71);

    private static final int INBOXES = 1000;

    /** How far Twilio's clock may be ahead of the store's. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final Source source;
    private final Watermarks watermarks;
    private final Respondents respondents;
    private final Line line;
    private final MeterRegistry meters;

    /** The provider's list of messages. */
    public interface Source {

        /** Who receives for us. */
        List<String> senders();

        /** What came to each since its time, and to none after {@code until}, oldest first. */
        Listing between(Map<String, Instant> since, Instant until);

        /** Twilio's. */
        static Source of(TwilioHistory history) {
            return new Source() {
                @Override
                public List<String> senders() {
                    return history.senders();
                }

                @Override
                public Listing between(Map<String, Instant> since, Instant until) {
                    return history.between(since, until);
                }
            };
        }
    }

    public MissedMessages(
            Source source,
            Watermarks watermarks,
            Respondents respondents,
            Line line,
            MeterRegistry meters) {
        this.source = source;
        this.watermarks = watermarks;
        this.respondents = respondents;
        this.line = line;
        this.meters = meters;
    }

    /** Where our senders stand. */
    Look look() {
        return watermarks.look(source.senders());
    }

    /** Whether it is this process that catches up now. */
    boolean lead(Duration lease) {
        return watermarks.lead(lease);
    }

    void giveBack() {
        watermarks.giveBack();
    }

    /**
     * Makes turns of what was taken in and lies in an inbox since somebody died over it: that may
     * be a STOP as well.
     */
    void finishInboxes() {
        respondents.waiting(Duration.ZERO, INBOXES).forEach(line::finish);
    }

    /** Takes in all that there is by now. */
    Optional<Listing.Unlisted> takeInAll(Look look) {
        return takeIn(look, look.now().plus(CLOCKS_APART));
    }

    /** Takes in what no webhook will bring any more. */
    Optional<Listing.Unlisted> takeInWhatIsOverdue(Look look) {
        return takeIn(look, look.now().minus(LEFT_TO_WEBHOOKS));
    }

    /** Day after day, so that no list grows too long; each day counts at once. */
    private Optional<Listing.Unlisted> takeIn(Look look, Instant end) {
        var since = since(look);
        var from = since.values().stream().min(Comparator.naturalOrder()).orElse(end);
        while (from.isBefore(end)) {
            var until = earlier(from.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS), end);
            switch (source.between(within(since, from, until), until)) {
                case Listing.Listed(var messages) -> accept(messages);
                case Listing.Unlisted unlisted -> {
                    return Optional.of(unlisted);
                }
            }
            watermarks.reach(look.marks().keySet(), earlier(until, look.now()));
            from = until;
        }
        return Optional.empty();
    }

    private void accept(List<InboundMessage> messages) {
        var recovered = 0;
        for (var message : messages) {
            if (line.accept(message)) {
                recovered++;
                meters.counter(
                                "entendu.twilio.recovered",
                                "channel",
                                message.from().channel().wireName())
                        .increment();
            }
        }
        if (recovered > 0) {
            LOG.warn("{} messages were taken in that no webhook had brought", recovered);
        }
    }

    private static Map<String, Instant> since(Look look) {
        var since = new HashMap<String, Instant>();
        look.marks().forEach((sender, mark) -> since.put(sender, since(mark, look.now())));
        return since;
    }

    private static Instant since(Mark mark, Instant now) {
        var remembered = now.minus(REMEMBERED);
        if (mark.reached().isBefore(remembered)) {
            LOG.warn(
                    "messages sent between {} and {} are not asked for: what is so old might be taken in twice",
                    mark.reached(),
                    remembered);
        }
        return Stream.of(mark.begun(), mark.reached().minus(OVERLAP), remembered)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Map<String, Instant> within(
            Map<String, Instant> since, Instant from, Instant until) {
        var within = new HashMap<String, Instant>();
        since.forEach((sender, at) -> {
            if (at.isBefore(until)) {
                within.put(sender, at.isAfter(from) ? at : from);
            }
        });
        return within;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
