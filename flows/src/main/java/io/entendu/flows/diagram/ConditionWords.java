package io.entendu.flows.diagram;

import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.Theme;
import io.entendu.core.survey.Condition;
import io.entendu.core.survey.Condition.All;
import io.entendu.core.survey.Condition.Any;
import io.entendu.core.survey.Condition.Range;
import io.entendu.core.survey.Question.Amount;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.flows.Bands;
import io.entendu.flows.SurveyLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions in words; what sets name stands in the order of the survey. */
final class ConditionWords {

    private final SurveyLibrary library;
    private final Survey survey;
    private final Locale wording;
    private final DiagramWords words;
    private final AnswerKinds kinds;

    ConditionWords(SurveyLibrary library, Survey survey, Locale wording, DiagramWords words) {
        this.library = library;
        this.survey = survey;
        this.wording = wording;
        this.words = words;
        this.kinds = new AnswerKinds(words);
    }

    String of(Condition condition) {
        return switch (condition) {
            case Condition.Always _ -> words.say("always");
            case Condition.Within(var question, var ranges) ->
                    words.say("within", question, ranges(question, ranges));
            case Condition.Said(var question, var yes) ->
                    words.say(yes ? "said_yes" : "said_no", question);
            case Condition.Chose chose ->
                    words.say("within", chose.question(), either(options(chose)));
            case Condition.Answered(var question) -> words.say("answered", question);
            case Condition.Sounds sounds ->
                    words.say("sounds", sounds.question(), either(sentiments(sounds)));
            case Condition.Mentions mentions ->
                    words.say("mentions", mentions.question(), either(themes(mentions)));
            case Condition.Fact(var name, var values) ->
                    words.say("fact", name, either(values.stream().sorted()));
            case Condition.Known(var name) -> words.say("known", name);
            case All(var all) -> all.isEmpty() ? words.say("always") : joined(all, "and");
            case Any(var any) -> any.isEmpty() ? words.say("never") : joined(any, "or");
            case Condition.Not(var one) -> opposite(one);
        };
    }

    private String opposite(Condition one) {
        return switch (one) {
            case Condition.Not(var same) -> of(same);
            case Condition.Answered(var question) -> words.say("unanswered", question);
            case Condition.Known(var name) -> words.say("unknown", name);
            case Condition.Always _ -> words.say("never");
            case All _, Any _ -> words.say("not", inner(one));
            case Condition.Within _,
                    Condition.Said _,
                    Condition.Chose _,
                    Condition.Sounds _,
                    Condition.Mentions _,
                    Condition.Fact _ ->
                    words.say("not", of(one));
        };
    }

    private String joined(List<Condition> parts, String by) {
        return parts.size() == 1
                ? of(parts.getFirst())
                : parts.stream()
                        .map(this::inner)
                        .collect(Collectors.joining(", " + words.say(by) + " "));
    }

    /** Several within others stand in parentheses. */
    private String inner(Condition part) {
        var several =
                (part instanceof All(var all) && all.size() > 1)
                        || (part instanceof Any(var any) && any.size() > 1);
        return several ? "(" + of(part) + ")" : of(part);
    }

    private String either(Stream<String> names) {
        return names.collect(Collectors.joining(" " + words.say("or") + " "));
    }

    private String ranges(QuestionId question, List<Range> ranges) {
        var unit =
                survey.question(question) instanceof Amount
                        ? library.question(survey.key(), question, wording).unit()
                        : "";
        return either(
                ranges.stream()
                        .map(range ->
                                band(question, range).map(name -> name + " ").orElse("")
                                        + kinds.range(range.low(), range.high())
                                        + unit));
    }

    /** The name that the metric has for a part of the headline's scale. */
    private Optional<String> band(QuestionId question, Range range) {
        return survey.headline().equals(question)
                ? Bands.of(survey.metric()).entrySet().stream()
                        .filter(band -> band.getValue().equals(range))
                        .map(Map.Entry::getKey)
                        .map(name -> words.say("band." + name))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<String> options(Condition.Chose chose) {
        var named = library.question(survey.key(), chose.question(), wording);
        return survey.question(chose.question()) instanceof Choice choice
                ? choice.options().stream()
                        .filter(chose.options()::contains)
                        .map(named::name)
                        .map(this::quoted)
                : Stream.of();
    }

    private Stream<String> sentiments(Condition.Sounds sounds) {
        return Arrays.stream(Sentiment.values())
                .filter(sounds.sentiments()::contains)
                .map(s -> words.say("sentiment." + s.name().toLowerCase(Locale.ROOT)));
    }

    private Stream<String> themes(Condition.Mentions mentions) {
        return survey.taxonomy().themes().stream()
                .filter(theme -> mentions.themes().contains(theme.id()))
                .map(this::name)
                .map(this::quoted);
    }

    private String quoted(String name) {
        return words.say("name", name);
    }

    private String name(Theme theme) {
        return Optional.ofNullable(theme.names().get(wording))
                .or(() -> Optional.ofNullable(theme.names().get(Locale.of(wording.getLanguage()))))
                .orElse(theme.id().value());
    }
}
