package io.entendu.app.wiring;

import io.entendu.app.api.Scoring;
import io.entendu.app.chat.ChatInbox;
import io.entendu.app.dashboard.Changes;
import io.entendu.app.dashboard.HeadlineScore;
import io.entendu.app.dashboard.Scoreboard;
import io.entendu.app.dashboard.Shelf;
import io.entendu.app.line.Line;
import io.entendu.app.page.PublicUrl;
import io.entendu.app.settings.EntenduSettings;
import io.entendu.app.survey.LiveSurveys;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.score.Distribution;
import io.entendu.core.score.Score;
import io.entendu.core.survey.Surveys;
import io.entendu.persistence.Signals;
import java.util.Collections;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages need of the house. */
@Configuration(proxyBeanMethods = false)
class PageWiring {

    @Bean
    PublicUrl publicUrl(EntenduSettings settings) {
        return new PublicUrl(settings.publicUrl());
    }

    @Bean
    ChatInbox chatInbox(Line line, Respondents respondents) {
        return new ChatInbox() {
            @Override
            public void accept(InboundMessage message) {
                line.accept(message);
            }

            @Override
            public boolean isOver(Address visitor) {
                return respondents
                        .at(visitor)
                        .respondent()
                        .conversation()
                        .filter(c -> c.phase().isEnd())
                        .isPresent();
            }
        };
    }

    @Bean
    Scoreboard scoreboard(Scoring scoring, Surveys surveys) {
        return (id, origins, from, to) ->
                surveys.current(id)
                        .map(survey ->
                                new Scoring.Wanted(
                                        survey,
                                        survey.headline(),
                                        Optional.of(from),
                                        Optional.of(to.plusDays(1)),
                                        origins))
                        .map(scoring::overall)
                        .map(PageWiring::headline);
    }

    @Bean
    Shelf shelf(LiveSurveys surveys) {
        return surveys::library;
    }

    @Bean
    Changes changes(Signals signals) {
        return listener -> signals.subscribe(Signals.CONVERSATIONS, listener)::close;
    }

    private static HeadlineScore headline(Score score) {
        return new HeadlineScore(
                score.metric(),
                score.n(),
                score.value()
                        .flatMap(value ->
                                score.interval()
                                        .map(i ->
                                                new HeadlineScore.Estimate(
                                                        value, i.low(), i.high()))),
                score.distribution()
                        .map(Distribution::counts)
                        .orElseGet(Collections::emptySortedMap));
    }
}
