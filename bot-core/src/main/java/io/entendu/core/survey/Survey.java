package io.entendu.core.survey;

import io.entendu.core.analysis.Taxonomy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A published revision of a survey: what is asked, in which order and languages.
 *
 * @param open whether anybody may start it by its keyword, or an invitation is needed
 * @param headline the scale question whose answers make the score
 * @param locales the languages it is worded in; the first is the fallback
 * @param touchpoint the customer moment it belongs to, unless the invitation names another
 * @param route who is asked which question
 * @param reach how people come to it
 * @param brief why it is held
 */
public record Survey(
        SurveyKey key,
        boolean open,
        Metric metric,
        QuestionId headline,
        List<Question> questions,
        List<Locale> locales,
        String touchpoint,
        Conduct conduct,
        Taxonomy taxonomy,
        Route route,
        Reach reach,
        Brief brief) {

    public Survey {
        questions = List.copyOf(questions);
        locales = List.copyOf(locales);
        if (locales.isEmpty()) {
            throw new IllegalArgumentException("a survey has at least one language: " + key);
        }
        if (questions.stream().map(Question::id).distinct().count() != questions.size()) {
            throw new IllegalArgumentException("two questions share an id in " + key);
        }
        if (questions.stream()
                .noneMatch(q -> q instanceof Question.Scale && q.id().equals(headline))) {
            throw new IllegalArgumentException(
                    "the headline question is not a scale of " + key + ": " + headline);
        }
        if (!(route.of(headline).when() instanceof Condition.Always)) {
            throw new IllegalArgumentException(
                    "everybody is asked the headline question of " + key + ": " + headline);
        }
    }

    public SurveyId id() {
        return key.id();
    }

    public Question question(QuestionId id) {
        return questions.get(indexOf(id));
    }

    /** How long the respondent may be silent before the conversation expires. */
    public Duration patience() {
        return conduct.patience();
    }

    /** Whether it is worded in this language, in any country's manner. */
    public boolean speaks(Locale language) {
        return locales.stream().anyMatch(l -> l.getLanguage().equals(language.getLanguage()));
    }

    /** Whether {@code question} comes before {@code other}. */
    public boolean isBefore(QuestionId question, QuestionId other) {
        return indexOf(question) < indexOf(other);
    }

    /** The question that follows, in the order of the survey; empty after the last. */
    public Optional<Question> after(QuestionId id) {
        var next = indexOf(id) + 1;
        return next < questions.size() ? Optional.of(questions.get(next)) : Optional.empty();
    }

    /**
     * The language of this survey nearest to the one asked for: same tag, else same language, else
     * the first.
     */
    public Locale nearest(Locale wanted) {
        return locales.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() ->
                        locales.stream()
                                .filter(l -> l.getLanguage().equals(wanted.getLanguage()))
                                .findFirst())
                .orElse(locales.getFirst());
    }

    /** All questions that follow, in the order of the survey. */
    public List<Question> allAfter(QuestionId id) {
        return questions.subList(indexOf(id) + 1, questions.size());
    }

    /** This question and all that follow, in the order of the survey. */
    public List<Question> allFrom(QuestionId id) {
        return questions.subList(indexOf(id), questions.size());
    }

    private int indexOf(QuestionId id) {
        for (var i = 0; i < questions.size(); i++) {
            if (questions.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no question " + id + " in " + key);
    }
}
