package io.entendu.app.scenario;

import io.entendu.core.channel.Channel;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads scenarios of one file. */
final class ScenarioReader {

    private static final String BEGIN = "begin with one, such as - say: hello";

    private final Surveys surveys;
    private final Mistakes mistakes;

    ScenarioReader(Surveys surveys, Mistakes mistakes) {
        this.surveys = surveys;
        this.mistakes = mistakes;
    }

    /** One scenario; makes no sense when mistakes were found. */
    Optional<Scenario> read(Node document, String name) {
        var fields = new Fields(mistakes, document);
        if (fields.node("survey").isEmpty() && fields.node("steps").isEmpty()) {
            mistakes.add(document, "is no scenario: it names no survey and has no steps");
            return Optional.empty();
        }
        var survey = fields.needText("survey", "name the one to be taken", this::survey);
        var channel = fields.text("channel", ScenarioReader::channel).orElse(Channel.SMS);
        var setting =
                new Setting(
                        survey.map(Survey::id).orElse(new SurveyId("unknown")),
                        channel,
                        fields.text("locale", ScenarioReader::locale)
                                .or(() -> survey.map(s -> s.locales().getFirst()))
                                .orElse(Locale.ROOT),
                        fields.text("at", ActionReader::instant).orElse(Setting.BEGINNING),
                        fields.text("policy", p -> Names.of(Setting.Policy.class, p))
                                .orElse(Setting.Policy.STRICT));
        var scenario =
                new Scenario(
                        mistakes.file(),
                        fields.text("name").orElse(name),
                        setting,
                        fields.text("revision"),
                        steps(fields, new ActionReader(channel)),
                        state(fields.fields("end")));
        fields.close();
        return Optional.of(scenario);
    }

    private Survey survey(String id) {
        return Optional.of(id)
                .filter(SurveyId::isValid)
                .map(SurveyId::new)
                .flatMap(surveys::current)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no \""
                                        + id
                                        + "\"; there are "
                                        + String.join(
                                                ", ",
                                                surveys.all().stream()
                                                        .map(s -> s.id().value())
                                                        .toList())));
    }

    private static Channel channel(String name) {
        return Channel.ofWireName(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("write sms, whatsapp, telegram or web"));
    }

    private static Locale locale(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException illformed) {
            throw new IllegalArgumentException(
                    "write a language tag such as fr or pt-BR", illformed);
        }
    }

    private List<Step> steps(Fields fields, ActionReader actions) {
        var steps = new ArrayList<Step>();
        var node = fields.node("steps");
        if (node.filter(list -> !Documents.isEmpty(list)).isEmpty()) {
            fields.mistake("steps", "there are none; " + BEGIN);
        }
        node.ifPresent(list -> {
            if (list instanceof SequenceNode sequence) {
                sequence.getValue().forEach(one -> step(one, actions).ifPresent(steps::add));
            } else {
                mistakes.add(list, "write a list of steps; " + BEGIN);
            }
        });
        return steps;
    }

    private Optional<Step> step(Node node, ActionReader actions) {
        var fields = new Fields(mistakes, node);
        if (!(node instanceof MappingNode)) {
            return Optional.empty();
        }
        var action = actions.read(fields);
        var after = fields.text("after", Lapse::read);
        var expect = fields.texts("expect");
        var state = state(fields.fields("state"));
        if (action.isPresent()) {
            fields.close();
        }
        return action.map(a -> new Step(fields.line(), a, after, expect, state));
    }

    private State state(Optional<Fields> fields) {
        var parts = new LinkedHashMap<String, Value>();
        fields.ifPresent(state -> {
            for (var part : State.PARTS) {
                state.node(part).ifPresent(node -> parts.put(part, value(node)));
            }
            state.close();
        });
        return new State(parts);
    }

    private Value value(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                var fields = new Fields(mistakes, mapping);
                var parts = new LinkedHashMap<String, Value>();
                fields.keys()
                        .forEach(key -> fields.node(key).ifPresent(v -> parts.put(key, value(v))));
                yield new Value.Parts(parts);
            }
            case SequenceNode sequence -> Value.items(mistakes.texts(sequence));
            default -> new Value.Text(mistakes.text(node).orElse(""));
        };
    }
}
