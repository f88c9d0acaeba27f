package io.entendu.app.api;

import io.entendu.app.api.ApiProblem.FieldProblem;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Context;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of {@code POST /api/v1/invitations}, read field by field so that every mistake is named
 * at once.
 */
record InvitationRequest(
        Survey survey,
        Channel channel,
        Optional<Address> address,
        Optional<Locale> locale,
        Optional<ZoneId> timeZone,
        Optional<Instant> notBefore,
        Context context) {

    private static final int LONGEST_VALUE = 200;
    private static final int MOST_ATTRIBUTES = 20;

    /** Reads a body. Throws {@link ApiProblem} with everything that is wrong with it. */
    static InvitationRequest read(@Nullable JsonNode body, Surveys surveys) {
        if (body == null || !body.isObject()) {
            throw ApiProblem.field(
                    "body",
                    "send a JSON object with survey, channel and, for sms and whatsapp, address");
        }
        var fields = new Fields(body);
        var survey = fields.survey(surveys);
        var channel = fields.channel();
        var address = channel.flatMap(fields::address);
        var locale = fields.locale();
        var zone = fields.timeZone();
        var notBefore = fields.notBefore();
        var context = fields.context();
        fields.done();
        return new InvitationRequest(
                survey.orElseThrow(),
                channel.orElseThrow(),
                address,
                locale,
                zone,
                notBefore,
                context);
    }

    /** Collects what is wrong while it reads. */
    private static final class Fields {

        private final JsonNode body;
        private final List<FieldProblem> problems = new ArrayList<>();

        Fields(JsonNode body) {
            this.body = body;
        }

        void done() {
            if (!problems.isEmpty()) {
                throw new ApiProblem(400, "Invalid invitation", problems);
            }
        }

        Optional<Survey> survey(Surveys surveys) {
            var id = text("survey");
            if (id.isEmpty()) {
                return wrong("survey", "name the survey to take, such as nps-after-call");
            }
            var survey = id.filter(SurveyId::isValid).map(SurveyId::new).flatMap(surveys::current);
            return survey.isPresent()
                    ? survey
                    : wrong(
                            "survey",
                            "there is no such survey; there are "
                                    + surveys.all().stream().map(s -> s.id().value()).toList());
        }

        Optional<Channel> channel() {
            var channel = text("channel").flatMap(Channel::ofWireName);
            return channel.isPresent()
                    ? channel
                    : wrong("channel", "use telegram, sms, whatsapp or web");
        }

        Optional<Address> address(Channel channel) {
            var value = text("address");
            if (!channel.isPhone()) {
                return value.isEmpty()
                        ? Optional.empty()
                        : wrong(
                                "address",
                                "leave it out: on "
                                        + channel.wireName()
                                        + " people come by the link");
            }
            var number = value.flatMap(PhoneNumbers::e164);
            return number.isPresent()
                    ? number.map(n -> new Address(channel, n))
                    : wrong(
                            "address",
                            "give the telephone number in E.164 form, such as +33612345678");
        }

        Optional<Locale> locale() {
            return text("locale")
                    .flatMap(tag -> {
                        try {
                            return Optional.of(
                                    new Locale.Builder()
                                            .setLanguageTag(tag.replace('_', '-'))
                                            .build());
                        } catch (IllformedLocaleException illformed) {
                            return wrong("locale", "give a language tag such as fr or en-GB");
                        }
                    });
        }

        Optional<ZoneId> timeZone() {
            return text("timeZone")
                    .flatMap(zone -> {
                        try {
                            return Optional.of(ZoneId.of(zone));
                        } catch (DateTimeException unknown) {
                            return wrong("timeZone", "give a time zone such as Europe/Paris");
                        }
                    });
        }

        Optional<Instant> notBefore() {
            return text("notBefore")
                    .flatMap(time -> {
                        try {
                            return Optional.of(OffsetDateTime.parse(time).toInstant());
                        } catch (DateTimeException unreadable) {
                            return wrong(
                                    "notBefore",
                                    "give a time with its offset, such as 2026-05-04T09:30:00+02:00");
                        }
                    });
        }

        Context context() {
            return new Context(
                    text("touchpoint"),
                    text("reference"),
                    text("agent"),
                    text("team"),
                    text("respondent"),
                    attributes());
        }

        private Map<String, String> attributes() {
            var node = body.get("attributes");
            if (node == null || node.isNull()) {
                return Map.of();
            }
            var attributes = new HashMap<String, String>();
            if (!node.isObject() || node.size() > MOST_ATTRIBUTES) {
                wrong(
                        "attributes",
                        "give an object of at most " + MOST_ATTRIBUTES + " short texts");
                return Map.of();
            }
            for (var entry : node.properties()) {
                var value = entry.getValue();
                if (!value.isValueNode() || value.asString().length() > LONGEST_VALUE) {
                    wrong(
                            "attributes",
                            "the value of every attribute is a text of at most 200 characters");
                    return Map.of();
                }
                attributes.put(entry.getKey(), value.asString());
            }
            return attributes;
        }

        private Optional<String> text(String field) {
            var node = body.get(field);
            if (node == null || node.isNull()) {
                return Optional.empty();
            }
            if (!node.isString()) {
                return wrong(field, "must be a text");
            }
            var text = node.asString().strip();
            if (text.length() > LONGEST_VALUE) {
                return wrong(field, "has at most " + LONGEST_VALUE + " characters");
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }

        private <T> Optional<T> wrong(String field, String detail) {
            if (problems.stream().noneMatch(p -> p.field().equals(field))) {
                problems.add(new FieldProblem(field, detail));
            }
            return Optional.empty();
        }
    }
}
