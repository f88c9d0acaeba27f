package io.entendu.flows;

import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.Theme;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.survey.Condition;
import io.entendu.core.survey.Condition.Range;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads when a question is asked: {@code {score: 0..6}}, {@code {reason.theme: billing}}, {@code
 * {any: [{resolved: no}, {attribute.plan: gold}]}}.
 */
final class ConditionReader {

    private static final String ATTRIBUTE = "attribute.";
    private static final String SENTIMENT = ".sentiment";
    private static final String THEME = ".theme";
    private static final String ANSWERED = "answered";
    private static final String UNANSWERED = "unanswered";
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final Map<String, SurveyFile.Asked> earlier;
    private final Optional<Taxonomy> taxonomy;

    /** Conditions on what was asked before. */
    ConditionReader(List<SurveyFile.Asked> earlier, Optional<Taxonomy> taxonomy) {
        this.earlier =
                earlier.stream()
                        .collect(
                                Collectors.toMap(
                                        asked -> asked.question().id().value(),
                                        Function.identity(),
                                        (first, _) -> first,
                                        LinkedHashMap::new));
        this.taxonomy = taxonomy;
    }

    /** All that is said must be fulfilled. */
    Condition read(Section section) {
        var all = section.keys().flatMap(key -> read(section, key).stream()).toList();
        if (all.isEmpty() && section.keys().findAny().isEmpty()) {
            section.problems()
                    .add(section.place(), "says nothing; leave it out, or write {score: 0..6}");
        }
        return all.size() == 1 ? all.getFirst() : new Condition.All(all);
    }

    private Optional<Condition> read(Section section, String key) {
        return switch (key) {
            case "any" -> Optional.of(new Condition.Any(inner(section, key)));
            case "all" -> Optional.of(new Condition.All(inner(section, key)));
            case "not" -> section.section(key).map(this::read).map(Condition.Not::new);
            default -> atom(section, key);
        };
    }

    private List<Condition> inner(Section section, String key) {
        return section.sections(key).stream().map(this::read).toList();
    }

    private Optional<Condition> atom(Section section, String key) {
        var values = section.texts(key);
        if (values.isEmpty()) {
            section.problem(key, "says nothing; write a value, or a list such as [0, 1]");
            return Optional.empty();
        }
        if (key.startsWith(ATTRIBUTE)) {
            return attribute(section, key, values);
        }
        if (key.endsWith(SENTIMENT)) {
            return words(section, key, SENTIMENT)
                    .map(q ->
                            new Condition.Sounds(
                                    q.id(), set(section, key, values, ConditionReader::sentiment)));
        }
        if (key.endsWith(THEME)) {
            return words(section, key, THEME)
                    .map(q ->
                            new Condition.Mentions(q.id(), set(section, key, values, this::theme)));
        }
        return earlier(section, key, key).flatMap(asked -> answer(section, key, asked, values));
    }

    private static Optional<Condition> attribute(Section section, String key, List<String> values) {
        var name = key.substring(ATTRIBUTE.length());
        if (!ATTRIBUTE_NAME.matcher(name).matches()) {
            section.problem(key, "is no attribute; a name is a-z, 0-9 and '_'");
            return Optional.empty();
        }
        return Optional.of(
                switch (values.getFirst()) {
                    case "known" -> new Condition.Known(name);
                    case "unknown" -> new Condition.Not(new Condition.Known(name));
                    default -> new Condition.Fact(name, Set.copyOf(values));
                });
    }

    private Optional<Question> words(Section section, String key, String suffix) {
        var name = key.substring(0, key.length() - suffix.length());
        return earlier(section, key, name)
                .map(SurveyFile.Asked::question)
                .filter(question -> {
                    var open = question instanceof Question.OpenEnded;
                    if (!open) {
                        section.problem(
                                key,
                                "only answers in own words are classified; \""
                                        + name
                                        + "\" is no open_ended question");
                    }
                    return open;
                });
    }

    private Optional<SurveyFile.Asked> earlier(Section section, String key, String name) {
        var asked = Optional.ofNullable(earlier.get(name));
        if (asked.isEmpty()) {
            section.problem(
                    key,
                    "no question before this one is called \""
                            + name
                            + "\"; write "
                            + Stream.concat(
                                            earlier.keySet().stream(),
                                            Stream.of("attribute.<name>", "any", "all", "not"))
                                    .collect(Collectors.joining(", ")));
        }
        return asked;
    }

    private Optional<Condition> answer(
            Section section, String key, SurveyFile.Asked asked, List<String> values) {
        var id = asked.question().id();
        if (values.equals(List.of(ANSWERED))) {
            return Optional.of(new Condition.Answered(id));
        }
        if (values.equals(List.of(UNANSWERED))) {
            return Optional.of(new Condition.Not(new Condition.Answered(id)));
        }
        return switch (asked.question()) {
            case Question.Scale scale ->
                    Optional.of(
                            new Condition.Within(
                                    id,
                                    list(
                                            section,
                                            key,
                                            values,
                                            text -> Bands.range(text, scale, asked.bands()))));
            case Question.Amount amount ->
                    Optional.of(
                            new Condition.Within(
                                    id, list(section, key, values, text -> range(text, amount))));
            case Question.YesNo _ ->
                    yesNo(section, key, values).map(y -> new Condition.Said(id, y));
            case Question.Choice choice ->
                    Optional.of(
                            new Condition.Chose(
                                    id, set(section, key, values, text -> option(text, choice))));
            case Question.OpenEnded _ -> {
                section.problem(
                        key,
                        "is in own words; write answered or unanswered, or ask for \""
                                + key
                                + SENTIMENT
                                + "\" or \""
                                + key
                                + THEME
                                + "\"");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Boolean> yesNo(Section section, String key, List<String> values) {
        return switch (String.join(" ", values)) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            default -> {
                section.problem(key, "write yes, no, answered or unanswered");
                yield Optional.empty();
            }
        };
    }

    private static Range range(String text, Question.Amount amount) {
        var range = Bands.range(text);
        if (range.low().compareTo(amount.low()) < 0 || range.high().compareTo(amount.high()) > 0) {
            throw new IllegalArgumentException(
                    "\""
                            + text
                            + "\" is outside of the question, which goes from "
                            + amount.low().toPlainString()
                            + " to "
                            + amount.high().toPlainString());
        }
        return range;
    }

    private static OptionId option(String text, Question.Choice choice) {
        return choice.options().stream()
                .filter(o -> o.value().equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(text, choice.options().stream().map(OptionId::value)));
    }

    private static Sentiment sentiment(String text) {
        return Stream.of(Sentiment.values())
                .filter(s -> name(s).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        unknown(text, Stream.of(Sentiment.values()).map(ConditionReader::name)));
    }

    private static String name(Sentiment sentiment) {
        return sentiment.name().toLowerCase(Locale.ROOT);
    }

    private ThemeId theme(String text) {
        var themes = taxonomy.map(Taxonomy::themes).orElse(List.of());
        return themes.stream()
                .map(Theme::id)
                .filter(id -> id.value().equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(text, themes.stream().map(t -> t.id().value())));
    }

    private static IllegalArgumentException unknown(String text, Stream<String> known) {
        return new IllegalArgumentException(
                "\"" + text + "\" is not known; write " + known.collect(Collectors.joining(", ")));
    }

    private static <T> Set<T> set(
            Section section, String key, List<String> values, Function<String, T> read) {
        return Set.copyOf(list(section, key, values, read));
    }

    private static <T> List<T> list(
            Section section, String key, List<String> values, Function<String, T> read) {
        var all = new ArrayList<T>();
        for (var value : values) {
            try {
                all.add(read.apply(value));
            } catch (IllegalArgumentException unreadable) {
                section.problem(key, String.valueOf(unreadable.getMessage()));
            }
        }
        return all;
    }
}
