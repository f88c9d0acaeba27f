package io.entendu.app.scenario;

import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.Context;
import io.entendu.core.survey.QuestionId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what happens in a step. */
final class ActionReader {

    static final String NO_START =
            "there is no start button on sms and whatsapp; say the survey's id instead";
    static final String NO_EDIT = "only on telegram messages are changed after they were sent";

    private static final List<String> ACTIONS =
            List.of(
                    "say",
                    "tap",
                    "send",
                    "start",
                    "edit",
                    "wait",
                    "invite",
                    "classified",
                    "undeliverable",
                    "withdrawn");

    private final Channel channel;

    ActionReader(Channel channel) {
        this.channel = channel;
    }

    /** The one action of a step; empty after a mistake. */
    Optional<Action> read(Fields step) {
        // Asked for, so that a step may name any of them.
        ACTIONS.forEach(step::node);
        var named = step.keys().filter(ACTIONS::contains).toList();
        if (named.size() != 1) {
            step.mistake(
                    named.isEmpty() ? "step" : named.getLast(),
                    "a step has one of " + String.join(", ", ACTIONS));
            return Optional.empty();
        }
        return read(step, named.getFirst());
    }

    private Optional<Action> read(Fields step, String action) {
        return switch (action) {
            case "say" -> needed(step, action).map(Action.Say::new);
            case "tap" -> needed(step, action).map(Action.Tap::new);
            case "send" -> step.needText(action, Action.Send.KINDS.toString(), ActionReader::media);
            case "start" -> start(step);
            case "edit" -> edit(step);
            case "wait" ->
                    step.needText(
                            action, "write 3d, say", text -> new Action.Wait(Lapse.read(text)));
            case "invite" -> Optional.of(invite(step));
            case "classified" -> step.fields(action).flatMap(ActionReader::classified);
            case "withdrawn" -> step.needText(action, "write staff", ActionReader::withdrawn);
            default ->
                    step.needText(
                            action,
                            "say why, such as unreachable",
                            text ->
                                    new Action.Undeliverable(
                                            Names.of(SendResult.Reason.class, text)));
        };
    }

    private static Optional<String> needed(Fields step, String key) {
        return step.needText(key, "write what, in quotes when it is empty", text -> text);
    }

    private static Action media(String kind) {
        if (!Action.Send.KINDS.contains(kind)) {
            throw new IllegalArgumentException(
                    "\""
                            + kind
                            + "\" is not known; write one of "
                            + String.join(", ", Action.Send.KINDS));
        }
        return new Action.Send(kind);
    }

    private static Action withdrawn(String by) {
        if (!by.equals(Action.BY_STAFF)) {
            throw new IllegalArgumentException("\"" + by + "\" is not known; write staff");
        }
        return new Action.Withdrawn();
    }

    private Optional<Action> start(Fields step) {
        if (channel.isPhone()) {
            step.mistake("start", NO_START);
        }
        return needed(step, "start").map(Action.Start::new);
    }

    private Optional<Action> edit(Fields step) {
        if (channel != Channel.TELEGRAM) {
            step.mistake("edit", NO_EDIT);
        }
        var of = step.text("of");
        return needed(step, "edit").map(text -> new Action.Edit(text, of));
    }

    /** Nothing behind the key is an invitation without facts. */
    private static Action invite(Fields step) {
        var fields = step.fields("invite");
        var context = fields.map(ActionReader::context).orElse(Context.NONE);
        var zone = fields.flatMap(f -> f.text("timeZone", ActionReader::zone));
        var notBefore = fields.flatMap(f -> f.text("notBefore", ActionReader::instant));
        fields.ifPresent(Fields::close);
        return new Action.Invite(context, zone, notBefore);
    }

    private static Context context(Fields invite) {
        return new Context(
                invite.text("touchpoint"),
                invite.text("reference"),
                invite.text("agent"),
                invite.text("team"),
                invite.text("respondent"),
                invite.fields("attributes").map(ActionReader::attributes).orElse(Map.of()));
    }

    private static Map<String, String> attributes(Fields attributes) {
        var all = new LinkedHashMap<String, String>();
        attributes.keys().forEach(key -> attributes.text(key).ifPresent(v -> all.put(key, v)));
        return all;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("write a time zone such as Europe/Paris", unknown);
        }
    }

    /**
     * A moment, to the millisecond as stores keep it.
     *
     * @throws IllegalArgumentException with advice
     */
    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "write a time with its offset, such as 2026-03-02T10:00Z", unreadable);
        }
    }

    private static Optional<Action> classified(Fields label) {
        var question = label.needText("question", "name the question it answers", QuestionId::new);
        var sentiment =
                label.needText(
                        "sentiment",
                        "write negative, neutral, positive or mixed",
                        text -> Names.of(Sentiment.class, text));
        var themes = each(label, "themes", ThemeId::new);
        var flags = each(label, "flags", flag -> Names.of(Flag.class, flag));
        label.close();
        return question.flatMap(q ->
                sentiment.map(
                        s -> new Action.Classified(q, s, themes, new LinkedHashSet<>(flags))));
    }

    private static <T> List<T> each(Fields fields, String key, Function<String, T> read) {
        try {
            return fields.texts(key).orElse(List.of()).stream().map(read).toList();
        } catch (IllegalArgumentException unknown) {
            fields.mistake(key, String.valueOf(unknown.getMessage()));
            return List.of();
        }
    }
}
