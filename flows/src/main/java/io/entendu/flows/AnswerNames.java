package io.entendu.flows;

import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.Scale;
import io.entendu.flows.reading.AnswerGrammar;
import io.entendu.flows.wording.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the answers of a question are called: options of a choice, points of a scale, the unit of an
 * amount.
 */
record AnswerNames(
        Map<Locale, Map<OptionId, Template>> options,
        PointLabels points,
        Map<Locale, Template> units) {

    private static final String LABELS = "labels";
    private static final String UNIT = "unit";

    static AnswerNames read(Section section, Optional<Question> question, List<Locale> locales) {
        var options =
                question.filter(Choice.class::isInstance)
                        .map(q -> options(section, (Choice) q, locales))
                        .orElse(Map.of());
        var points =
                question.filter(Scale.class::isInstance)
                        .map(q -> points(section, (Scale) q, locales))
                        .orElse(new PointLabels.None());
        var units =
                question.isPresent() && question.get() instanceof Question.Amount
                        ? units(section, locales)
                        : Map.<Locale, Template>of();
        return new AnswerNames(options, points, units);
    }

    private static Map<Locale, Map<OptionId, Template>> options(
            Section section, Choice choice, List<Locale> locales) {
        var all = new LinkedHashMap<Locale, Map<OptionId, Template>>();
        section.needSection(LABELS, "say what the options are called, by language")
                .ifPresent(languages -> {
                    for (var locale : locales) {
                        languages
                                .needSection(
                                        locale.toLanguageTag(),
                                        "say what the options are called: {price: …, delivery: …}")
                                .ifPresent(names -> all.put(locale, names(names, choice)));
                    }
                    languages.close();
                });
        return all;
    }

    private static Map<OptionId, Template> names(Section section, Choice choice) {
        var names = new LinkedHashMap<OptionId, Template>();
        for (var option : choice.options()) {
            var key = option.value();
            var label = Texts.template(section, key, Set.of());
            if (!section.has(key)) {
                section.problem(key, "is missing; say what the option is called");
            }
            label.ifPresent(l -> names.put(option, l));
        }
        section.close();
        return names;
    }

    /** A usual set by its name, or a list for each language. */
    private static PointLabels points(Section section, Scale scale, List<Locale> locales) {
        if (!section.has(LABELS)) {
            return new PointLabels.None();
        }
        return section.isObject(LABELS)
                ? own(section, scale, locales)
                : section.text(LABELS, name -> standard(name, scale))
                        .orElse(new PointLabels.None());
    }

    private static PointLabels standard(String name, Scale scale) {
        var points = AnswerGrammar.standardPoints(name);
        if (points == 0) {
            throw new IllegalArgumentException(
                    "\""
                            + name
                            + "\" is not known; write "
                            + String.join(", ", AnswerGrammar.standardNames())
                            + ", or a list for each language");
        }
        if (scale.low() != 1 || scale.high() != points) {
            throw new IllegalArgumentException(
                    name
                            + " has "
                            + points
                            + " points from 1; the scale goes from "
                            + scale.low()
                            + " to "
                            + scale.high());
        }
        return new PointLabels.Standard(name);
    }

    private static PointLabels own(Section section, Scale scale, List<Locale> locales) {
        var points = scale.high() - scale.low() + 1;
        var all = new LinkedHashMap<Locale, List<String>>();
        section.section(LABELS)
                .ifPresent(languages -> {
                    for (var locale : locales) {
                        var tag = locale.toLanguageTag();
                        var labels = languages.texts(tag);
                        if (labels.size() != points) {
                            languages.problem(
                                    tag,
                                    "write " + points + " labels, from the lowest to the highest");
                        }
                        all.put(locale, labels);
                    }
                    languages.close();
                });
        return new PointLabels.Own(all);
    }

    private static Map<Locale, Template> units(Section section, List<Locale> locales) {
        return section.has(UNIT)
                ? Texts.perLanguage(
                        section,
                        UNIT,
                        locales,
                        "write what stands behind the number, such as \" %\"",
                        Set.of())
                : Map.of();
    }
}
