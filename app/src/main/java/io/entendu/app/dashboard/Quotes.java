package io.entendu.app.dashboard;

import io.entendu.app.dashboard.Quote.Given;
import io.entendu.app.dashboard.Quote.Label;
import io.entendu.app.dashboard.Quote.Tag;
import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Origin;
import io.entendu.core.response.Responses;
import io.entendu.core.response.Responses.Response;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.Surveys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Fetches the latest verbatims and makes them ready to be shown. */
@Component
final class Quotes {

    static final int SHOWN = 20;

    private final Responses responses;
    private final Surveys surveys;

    Quotes(Responses responses, Surveys surveys) {
        this.responses = responses;
        this.surveys = surveys;
    }

    /** The latest first; their ratings only when {@code score} is not too small to be shown. */
    List<Quote> latest(Survey survey, Set<Origin> origins, HeadlineScore score, Locale locale) {
        return responses
                .latest(Optional.of(survey.id()), c -> isQuotable(c, origins), SHOWN)
                .stream()
                .flatMap(r -> of(r, score, locale))
                .limit(SHOWN)
                .toList();
    }

    private static boolean isQuotable(Conversation conversation, Set<Origin> origins) {
        return origins.contains(conversation.origin())
                && conversation.answers().stream().anyMatch(Answer.Verbatim.class::isInstance);
    }

    private Stream<Quote> of(Response response, HeadlineScore score, Locale locale) {
        return response.conversation().answers().stream()
                .filter(Answer.Verbatim.class::isInstance)
                .map(Answer.Verbatim.class::cast)
                .filter(v -> !v.words(response.texts()).isBlank())
                .map(v -> of(response, v, score, locale));
    }

    private Quote of(
            Response response, Answer.Verbatim verbatim, HeadlineScore score, Locale locale) {
        var conversation = response.conversation();
        var text = verbatim.words(response.texts());
        var mentions = verbatim.analysis().map(Analysis::themes).orElse(List.of());
        return new Quote(
                response.id().toString(),
                verbatim.at(),
                conversation.channel().wireName(),
                conversation.locale().toLanguageTag(),
                score.isSuppressed() ? Optional.empty() : rating(conversation, score),
                new Evidence(text, mentions, id -> name(conversation, id, locale)).pieces(),
                verbatim.analysis()
                        .map(a -> Label.of(a, tags(a, conversation, locale), new Figures(locale))));
    }

    private Optional<Given> rating(Conversation conversation, HeadlineScore score) {
        var scale = Scale.of(score.metric());
        return survey(conversation)
                .flatMap(s -> conversation.answer(s.headline()))
                .flatMap(a ->
                        a instanceof Answer.Rating r ? Optional.of(r.value()) : Optional.empty())
                .map(v -> new Given(v, scale.band(v).word()));
    }

    private List<Tag> tags(Analysis analysis, Conversation conversation, Locale locale) {
        return analysis.themes().stream()
                .map(m -> new Tag(name(conversation, m.theme(), locale), Quote.word(m.polarity())))
                .toList();
    }

    /** The theme in the page's language, else in one there is, else its id. */
    private String name(Conversation conversation, ThemeId id, Locale locale) {
        return survey(conversation)
                .flatMap(s -> s.taxonomy().theme(id))
                .flatMap(t ->
                        Optional.ofNullable(t.names().get(locale))
                                .or(() -> t.names().values().stream().sorted().findFirst()))
                .orElse(id.value());
    }

    private Optional<Survey> survey(Conversation conversation) {
        return surveys.revision(conversation.survey())
                .or(() -> surveys.current(conversation.survey().id()));
    }
}
