package io.entendu.flows.check;

import io.entendu.core.channel.Channel;
import io.entendu.flows.check.Finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every path through the survey, in every language, by the production engine. */
final class PathRule implements Rule {

    /** One channel that asks for digits, and one that asks for words. */
    private static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.TELEGRAM);

    @Override
    public Stream<Finding> check(Subject subject) {
        var turns = new Turns(subject.survey());
        var words = Everywhere.of(subject);
        return subject.survey().locales().stream()
                .flatMap(locale ->
                        CHANNELS.stream()
                                .flatMap(channel ->
                                        walk(
                                                subject,
                                                new Walk(subject, turns, words, locale, channel),
                                                locale,
                                                channel)));
    }

    private static Stream<Finding> walk(
            Subject subject, Walk walk, Locale locale, Channel channel) {
        var cost = walk.walk();
        var told =
                channel == Channel.SMS
                        ? cost.map(c -> cost(subject, locale, c))
                        : Optional.<Finding>empty();
        return Stream.concat(walk.findings().stream(), told.stream());
    }

    private static Finding cost(Subject subject, Locale locale, Cost cost) {
        return subject.about(
                Severity.INFO,
                Optional.of(locale),
                "",
                "sms-cost",
                "a finished survey takes "
                        + cost.least()
                        + " to "
                        + cost.most()
                        + " sent SMS segments");
    }
}
