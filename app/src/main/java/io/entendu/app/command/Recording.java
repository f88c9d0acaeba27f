package io.entendu.app.command;

import io.entendu.app.scenario.Action;
import io.entendu.app.scenario.Scenario;
import io.entendu.app.scenario.Scenarios;
import io.entendu.app.scenario.Setting;
import io.entendu.app.scenario.State;
import io.entendu.app.scenario.Step;
import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.Context;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.SurveyLibrary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conversation as {@code GET /api/v1/conversations/{id}/log} tells it, made a scenario. */
final class Recording {

    private final JsonNode log;
    private final StandIns standIns;
    private final Setting setting;
    private final List<String> notes = new ArrayList<>();

    /**
     * A recording.
     *
     * @throws IllegalArgumentException when its survey is not here
     */
    Recording(JsonNode log, SurveyLibrary surveys) {
        this.log = log;
        this.setting = setting(log);
        var survey =
                surveys.current(setting.survey())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "survey "
                                                + setting.survey()
                                                + " is not here; name its directory with --surveys-dir"));
        this.standIns = new StandIns(surveys, survey, setting.locale());
    }

    private static Setting setting(JsonNode log) {
        return new Setting(
                new SurveyId(text(log, "survey")),
                Channel.ofWireName(text(log, "channel")).orElseThrow(),
                Locale.forLanguageTag(text(log, "locale")),
                at(log.path("events").path(0)),
                Setting.Policy.NONE);
    }

    /** What a reader of the scenario should know of it. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * The scenario. What was said is the recorded words; which step they belong to is found by
     * playing, because the log tells what a message was owed for and not when it was sent.
     */
    Scenario scenario(Scenarios scenarios) {
        notes.clear();
        var bare = scenario(steps());
        var came = scenarios.run(bare).steps();
        var really = came.stream().flatMap(c -> c.said().stream()).toList();
        if (!Owed.explains(owed(), really)) {
            return bare;
        }
        var steps = new ArrayList<Step>();
        for (var i = 0; i < came.size(); i++) {
            steps.add(expecting(bare.steps().get(i), came.get(i).said()));
        }
        return scenario(steps);
    }

    private Scenario scenario(List<Step> steps) {
        return new Scenario(
                "recording",
                "conversation of " + setting.at().toString().substring(0, 10),
                setting,
                Optional.of(text(log, "revision")),
                steps,
                State.of(tree(log.path("state"))).atTheEnd());
    }

    private static Step expecting(Step step, List<String> said) {
        return new Step(step.line(), step.action(), step.after(), Optional.of(said), step.state());
    }

    private List<Owed> owed() {
        return log.path("events")
                .valueStream()
                .flatMap(event -> event.path("said").valueStream())
                .map(Owed::of)
                .toList();
    }

    /** As recorded; what was not sent is left out. */
    private static List<String> said(JsonNode event) {
        return event.path("said")
                .valueStream()
                .map(Owed::of)
                .filter(Owed::sent)
                .map(Owed::text)
                .toList();
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        var before = setting.at();
        for (var event : log.path("events")) {
            var time = Duration.between(before, at(event));
            var action = action(event, time);
            steps.add(
                    new Step(
                            steps.size() + 1,
                            action,
                            steps.isEmpty() || action instanceof Action.Wait
                                    ? Optional.empty()
                                    : Optional.of(time),
                            Optional.of(said(event)),
                            State.of(Map.of())));
            before = at(event);
        }
        return steps;
    }

    private Action action(JsonNode event, Duration time) {
        var words = optional(event, "text");
        return switch (text(event, "kind")) {
            case "tap" -> new Action.Tap(words.orElse("yes"));
            case "media" -> new Action.Send(text(event, "media"));
            case "start" -> new Action.Start(isAgain(event) ? "" : setting.survey().value());
            case "edit" -> edit(event, words);
            case "link", "invited" -> invite();
            case "quiet" -> new Action.Wait(time);
            case "classified" -> classified(event);
            case "undeliverable" ->
                    new Action.Undeliverable(
                            SendResult.Reason.valueOf(upper(text(event, "reason"))));
            case "withdrawn" -> new Action.Withdrawn();
            default -> new Action.Say(words.orElseGet(() -> standIn(event)));
        };
    }

    /** Opened again by a button that names no survey. */
    private static boolean isAgain(JsonNode event) {
        return event.path("turn").asInt() > 1;
    }

    private Action edit(JsonNode event, Optional<String> words) {
        var original =
                log.path("events")
                        .valueStream()
                        .filter(e -> e.path("turn").asInt() == event.path("edits").asInt())
                        .flatMap(e -> optional(e, "text").stream())
                        .findFirst();
        return words.<Action>map(text -> new Action.Edit(text, original))
                .orElseGet(() -> new Action.Say(standIn(event)));
    }

    private String standIn(JsonNode event) {
        var reading = text(event, "reading");
        var words = standIns.of(reading, optional(event, "language").map(Locale::forLanguageTag));
        notes.add(
                "turn "
                        + event.path("turn").asInt()
                        + ": words before a yes and of an opt-out are not kept; "
                        + (words.isPresent()
                                ? "\"" + words.get() + "\" stands for them"
                                : "no words were found that mean " + reading));
        return words.orElse("…");
    }

    private Action invite() {
        var facts = texts(log.path("invitation"));
        return new Action.Invite(
                new Context(
                        Optional.ofNullable(facts.get("touchpoint")),
                        Optional.ofNullable(facts.get("reference")),
                        Optional.ofNullable(facts.get("agent")),
                        Optional.ofNullable(facts.get("team")),
                        Optional.empty(),
                        texts(log.path("attributes"))),
                Optional.empty(),
                optional(log, "delayedUntil").map(Instant::parse));
    }

    private static Action classified(JsonNode event) {
        return new Action.Classified(
                new QuestionId(text(event, "question")),
                Sentiment.valueOf(upper(text(event, "sentiment"))),
                event.path("themes").valueStream().map(t -> new ThemeId(t.asString())).toList(),
                event.path("flags")
                        .valueStream()
                        .map(f -> Flag.valueOf(upper(f.asString())))
                        .collect(Collectors.toSet()));
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new HashMap<String, String>();
        object.propertyStream().forEach(p -> texts.put(p.getKey(), p.getValue().asString()));
        return texts;
    }

    private static Map<String, Object> tree(JsonNode object) {
        var tree = new LinkedHashMap<String, Object>();
        Map<?, ?> map = JsonMapper.shared().convertValue(object, Map.class);
        map.forEach((key, value) -> tree.put(key.toString(), value));
        return tree;
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(text(event, "at"));
    }

    private static Optional<String> optional(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asString()) : Optional.empty();
    }

    private static String text(JsonNode node, String key) {
        return optional(node, key)
                .orElseThrow(() ->
                        new IllegalArgumentException("the server's answer lacks \"" + key + "\""));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
