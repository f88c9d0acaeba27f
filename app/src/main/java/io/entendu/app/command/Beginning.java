package io.entendu.app.command;

import io.entendu.app.scenario.Action;
import io.entendu.app.scenario.Setting;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Context;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a talk takes place, and how it begins. */
record Beginning(Setting setting, Action first) {

    /**
     * As it was asked for at the command line.
     *
     * @throws IllegalArgumentException with advice
     */
    static Beginning of(Options options, Surveys surveys) {
        var survey = survey(options.words().getFirst(), surveys);
        var channel = options.value("--channel").map(Beginning::channel).orElse(Channel.SMS);
        var setting =
                new Setting(
                        survey.id(),
                        channel,
                        options.value("--locale")
                                .map(Locale::forLanguageTag)
                                .orElse(survey.locales().getFirst()),
                        options.value("--at").map(Beginning::time).orElse(Setting.BEGINNING),
                        Setting.Policy.STRICT);
        return new Beginning(setting, first(options, setting));
    }

    private static Survey survey(String id, Surveys surveys) {
        return Optional.of(id)
                .filter(SurveyId::isValid)
                .map(SurveyId::new)
                .flatMap(surveys::current)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no survey \""
                                        + id
                                        + "\"; there are "
                                        + surveys.all().stream()
                                                .map(s -> s.id().value())
                                                .toList()));
    }

    private static Channel channel(String name) {
        return Channel.ofWireName(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "--channel is sms, whatsapp, telegram or web, not " + name));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "--at is a time with its offset, such as 2026-03-02T10:00Z, not " + text,
                    unreadable);
        }
    }

    private static Action first(Options options, Setting setting) {
        var facts = Stream.of("--agent", "--team", "--reference", "--touchpoint", "--attribute");
        if (options.has("--invited") || facts.anyMatch(options::has)) {
            return new Action.Invite(context(options), Optional.empty(), Optional.empty());
        }
        return setting.channel().isPhone()
                ? new Action.Say(setting.survey().value())
                : new Action.Start(setting.survey().value());
    }

    private static Context context(Options options) {
        return new Context(
                options.value("--touchpoint"),
                options.value("--reference"),
                options.value("--agent"),
                options.value("--team"),
                Optional.empty(),
                attributes(options));
    }

    private static Map<String, String> attributes(Options options) {
        var attributes = new HashMap<String, String>();
        for (var attribute : options.all("--attribute")) {
            var equals = attribute.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "--attribute is written key=value, not " + attribute);
            }
            attributes.put(attribute.substring(0, equals), attribute.substring(equals + 1));
        }
        return attributes;
    }
}
