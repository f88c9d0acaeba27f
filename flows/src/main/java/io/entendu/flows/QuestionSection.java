package io.entendu.flows;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.survey.Condition.Range;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question;
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

    private QuestionSection() {}

    /** Empty when it could not be read. */
    static Optional<SurveyFile.Asked> read(
            Section section,
            List<Locale> locales,
            Optional<Metric> metric,
            List<SurveyFile.Asked> earlier,
            Optional<Taxonomy> taxonomy) {
        var id = section.needText("id", "name the question, such as score", QuestionSection::id);
        var question = QuestionKinds.read(section, id);
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
        var scale = section.has("scale");
        var anchors = scale ? anchors(section, locales) : Map.<Locale, Anchors>of();
        var named = AnswerNames.read(section, question, locales);
        var branch = BranchSection.read(section, earlier, taxonomy);
        var bands = bands(section, question, metric, earlier);
        section.close();
        return question.map(q ->
                new SurveyFile.Asked(
                        q,
                        words(locales, ask, withoutRating, anchors, named),
                        named.points(),
                        branch,
                        bands,
                        section.trees(SurveyFile.Asked.EXTRAS)));
    }

    /** The first scale makes the score: its parts have the metric's names beside its own. */
    private static Map<String, Range> bands(
            Section section,
            Optional<Question> question,
            Optional<Metric> metric,
            List<SurveyFile.Asked> earlier) {
        if (question.isEmpty() || !(question.get() instanceof Scale scale)) {
            return Map.of();
        }
        var isHeadline = earlier.stream().noneMatch(asked -> asked.question() instanceof Scale);
        var bands = new LinkedHashMap<String, Range>();
        metric.filter(_ -> isHeadline).map(Bands::of).ifPresent(bands::putAll);
        bands.putAll(Bands.own(section, scale));
        return bands;
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
            Map<Locale, Anchors> anchors,
            AnswerNames named) {
        var words = new LinkedHashMap<Locale, QuestionText>();
        for (var locale : locales) {
            Optional.ofNullable(ask.get(locale))
                    .ifPresent(asked ->
                            words.put(
                                    locale,
                                    new QuestionText(
                                            asked,
                                            Optional.ofNullable(withoutRating.get(locale)),
                                            Optional.ofNullable(anchors.get(locale)),
                                            named.options().getOrDefault(locale, Map.of()),
                                            Optional.ofNullable(named.units().get(locale)))));
        }
        return words;
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
