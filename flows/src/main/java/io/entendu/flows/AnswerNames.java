package io.entendu.flows;

import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.Scale;
import io.entendu.flows.reading.AnswerGrammar;
import io.entendu.flows.wording.Template;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

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

    /** Characters of one option: a button that a telephone shows whole, and a line of a text. */
    private static final int LONGEST_LABEL = 60;

    static AnswerNames read(Section section, Optional<Question> question, List<Locale> locales) {
        if (question.isEmpty()) {
            // What they should be cannot be told; they are not to blame.
            section.has(LABELS);
            section.has(UNIT);
        }
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
        var known = new HashSet<String>();
        for (var option : choice.options()) {
            section.needText(option.value(), "say what the option is called", AnswerNames::label)
                    .ifPresent(label -> {
                        names.put(option, label);
                        if (!known.add(folded(label.toString()))) {
                            section.problem(
                                    option.value(),
                                    "another option is called so too; rename one of them");
                        }
                    });
        }
        section.close();
        return names;
    }

    /** It is matched with what people type, so it is the same for all of them. */
    private static Template label(String text) {
        var label = Template.of(text);
        if (!label.names().isEmpty() || text.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException(
                    "write at most "
                            + LONGEST_LABEL
                            + " characters, without places to fill in such as {agent|…}");
        }
        return label;
    }

    private static String folded(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    /** A usual set by its name, or a list for each language. */
    private static PointLabels points(Section section, Scale scale, List<Locale> locales) {
        if (!section.has(LABELS)) {
            return new PointLabels.None();
        }
        if (section.tree(LABELS).filter(JsonNode::isArray).isPresent()) {
            section.problem(LABELS, "write a list for each language, such as {en: [bad, good]}");
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
                            + " points from 1, and the scale goes from "
                            + scale.low()
                            + " to "
                            + scale.high()
                            + "; change one, or write a list for each language");
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
                        if (labels.stream().map(AnswerNames::folded).distinct().count()
                                != labels.size()) {
                            languages.problem(tag, "write each label once");
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
