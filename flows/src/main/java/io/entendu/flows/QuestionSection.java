package io.entendu.flows;

import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.QuestionId;
import io.entendu.flows.wording.ButtonPayload;
import io.entendu.flows.wording.QuestionText;
import io.entendu.flows.wording.QuestionText.Anchors;
import io.entendu.flows.wording.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one question of a survey file: what it is, and its words in each language. */
final class QuestionSection {

    private static final int LONGEST_VERBATIM = 2000;
    private static final int HIGHEST = 100;

    private QuestionSection() {}

    /** Empty when it could not be read. */
    static Optional<SurveyFile.Asked> read(Section section, List<Locale> locales) {
        var id = section.needText("id", "name the question, such as score", QuestionSection::id);
        var scale = section.section("scale");
        var open = section.section("open_ended");
        if (scale.isPresent() == open.isPresent()) {
            section.problem(
                    "scale",
                    "write either \"scale: {low: 0, high: 10}\" or \"open_ended: {max_length: 2000}\"");
        }
        var question =
                scale.isPresent()
                        ? scale.flatMap(s -> scale(id, s))
                        : open.flatMap(o -> openEnded(id, o));
        var ask =
                Texts.perLanguage(
                        section, "ask", locales, "write the question", Texts.ABOUT_THE_SURVEY);
        var withoutRating =
                section.has("ask_without_rating")
                        ? Texts.perLanguage(
                                section,
                                "ask_without_rating",
                                locales,
                                "write the question",
                                Texts.ABOUT_THE_SURVEY)
                        : Map.<Locale, Template>of();
        var anchors = scale.isPresent() ? anchors(section, locales) : Map.<Locale, Anchors>of();
        section.close();
        return question.map(
                q -> new SurveyFile.Asked(q, words(locales, ask, withoutRating, anchors)));
    }

    private static QuestionId id(String text) {
        if (text.equals(ButtonPayload.CONSENT)) {
            throw new IllegalArgumentException(
                    "\"consent\" is what the consent question is called; choose another name");
        }
        return new QuestionId(text);
    }

    private static Map<Locale, QuestionText> words(
            List<Locale> locales,
            Map<Locale, Template> ask,
            Map<Locale, Template> withoutRating,
            Map<Locale, Anchors> anchors) {
        var words = new LinkedHashMap<Locale, QuestionText>();
        for (var locale : locales) {
            Optional.ofNullable(ask.get(locale))
                    .ifPresent(asked ->
                            words.put(
                                    locale,
                                    new QuestionText(
                                            asked,
                                            Optional.ofNullable(withoutRating.get(locale)),
                                            Optional.ofNullable(anchors.get(locale)))));
        }
        return words;
    }

    private static Optional<Question> scale(Optional<QuestionId> id, Section section) {
        var low = section.needNumber("low", "write the lowest answer, 0 or 1");
        var high = section.needNumber("high", "write the highest answer, such as 10");
        section.close();
        if (id.isEmpty() || low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (low.get() < 0 || high.get() <= low.get() || high.get() > HIGHEST) {
            section.problem("high", "must be greater than low, and both from 0 to " + HIGHEST);
            return Optional.empty();
        }
        return Optional.of(new Scale(id.get(), low.get(), high.get()));
    }

    private static Optional<Question> openEnded(Optional<QuestionId> id, Section section) {
        var longest = section.number("max_length").orElse(LONGEST_VERBATIM);
        section.close();
        if (longest < 1 || longest > LONGEST_VERBATIM) {
            section.problem("max_length", "write a number from 1 to " + LONGEST_VERBATIM);
            return Optional.empty();
        }
        return id.map(i -> new OpenEnded(i, longest));
    }

    private static Map<Locale, Anchors> anchors(Section question, List<Locale> locales) {
        var anchors = new LinkedHashMap<Locale, Anchors>();
        var section =
                question.needSection(
                        "anchors",
                        "say what both ends mean in each language, such as {fr: {low: …, high: …}}");
        section.ifPresent(languages -> {
            for (var locale : locales) {
                var advice = "say what both ends mean: {low: …, high: …}";
                languages
                        .needSection(locale.toLanguageTag(), advice)
                        .ifPresent(ends -> {
                            var low = Texts.template(ends, "low", Set.of());
                            var high = Texts.template(ends, "high", Set.of());
                            if (low.isEmpty() || high.isEmpty()) {
                                languages.problem(locale.toLanguageTag(), advice);
                            } else {
                                anchors.put(locale, new Anchors(low.get(), high.get()));
                            }
                            ends.close();
                        });
            }
            languages.close();
        });
        return anchors;
    }
}
