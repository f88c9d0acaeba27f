package io.entendu.app.scenario;

import io.entendu.core.conversation.Context;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Actions as files write them. */
final class ActionText {

    private ActionText() {}

    /** In one line, such as {@code say "9"}. */
    static String of(Action action) {
        return String.join(" ", pairs(action).getFirst());
    }

    /** The keys of a step, each with its value. */
    static List<List<String>> pairs(Action action) {
        return switch (action) {
            case Action.Say(var text) -> List.of(pair("say", YamlText.quoted(text)));
            case Action.Tap(var button) -> List.of(pair("tap", YamlText.scalar(button)));
            case Action.Send(var kind) -> List.of(pair("send", kind));
            case Action.Start(var payload) -> List.of(pair("start", YamlText.scalar(payload)));
            case Action.Edit(var text, var of) ->
                    of.map(words ->
                                    List.of(
                                            pair("edit", YamlText.quoted(text)),
                                            pair("of", YamlText.quoted(words))))
                            .orElseGet(() -> List.of(pair("edit", YamlText.quoted(text))));
            case Action.Wait(var time) -> List.of(pair("wait", Lapse.write(time)));
            case Action.Invite invite -> List.of(pair("invite", YamlText.flow(invitation(invite))));
            case Action.Classified label ->
                    List.of(pair("classified", YamlText.flow(label(label))));
            case Action.Undeliverable(var reason) ->
                    List.of(pair("undeliverable", Names.name(reason)));
            case Action.Withdrawn() -> List.of(pair("withdrawn", Action.BY_STAFF));
        };
    }

    private static List<String> pair(String key, String value) {
        return List.of(key, value);
    }

    private static SequencedMap<String, Value> invitation(Action.Invite invite) {
        var parts = context(invite.context());
        invite.timeZone().map(ZoneId::getId).ifPresent(z -> parts.put("timeZone", Value.text(z)));
        invite.notBefore().ifPresent(at -> parts.put("notBefore", Value.text(at)));
        return parts;
    }

    private static SequencedMap<String, Value> context(Context context) {
        var parts = new LinkedHashMap<String, Value>();
        put(parts, "touchpoint", context.touchpoint());
        put(parts, "reference", context.reference());
        put(parts, "agent", context.agent());
        put(parts, "team", context.team());
        put(parts, "respondent", context.respondent());
        if (!context.attributes().isEmpty()) {
            var attributes = new LinkedHashMap<String, Value>();
            context.attributes().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> attributes.put(e.getKey(), Value.text(e.getValue())));
            parts.put("attributes", new Value.Parts(attributes));
        }
        return parts;
    }

    private static void put(Map<String, Value> parts, String key, Optional<String> value) {
        value.ifPresent(v -> parts.put(key, Value.text(v)));
    }

    private static SequencedMap<String, Value> label(Action.Classified label) {
        var parts = new LinkedHashMap<String, Value>();
        parts.put("question", Value.text(label.question()));
        parts.put("sentiment", Value.text(Names.name(label.sentiment())));
        if (!label.themes().isEmpty()) {
            parts.put("themes", Value.items(label.themes().stream().map(t -> t.value()).toList()));
        }
        if (!label.flags().isEmpty()) {
            parts.put(
                    "flags",
                    Value.items(label.flags().stream().map(Names::name).sorted().toList()));
        }
        return parts;
    }
}
