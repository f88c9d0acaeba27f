package io.entendu.app.wiring;

import io.entendu.app.line.Origins;
import io.entendu.app.line.PhoneOrigins;
import io.entendu.app.settings.EntenduSettings;
import io.entendu.app.survey.FilesAtStart;
import io.entendu.app.survey.LiveSurveys;
import io.entendu.app.survey.Publisher;
import io.entendu.app.survey.SurveyWatch;
import io.entendu.core.reading.ReplyReader;
import io.entendu.flows.PhoneLocales;
import io.entendu.flows.SurveyDrafts;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import io.entendu.persistence.Revisions;
import io.entendu.persistence.Signals;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Surveys, their words, and how replies are understood. */
@Configuration(proxyBeanMethods = false)
class FlowWiring {

    @Bean
    LiveSurveys surveys(EntenduSettings settings, Revisions revisions, Signals signals) {
        var directory = settings.surveysDir();
        var files =
                directory == null ? SurveyLibrary.ofSeeds() : SurveyLibrary.ofSeedsAnd(directory);
        return FilesAtStart.publish(files, revisions, signals);
    }

    @Bean
    SurveyDrafts surveyDrafts(EntenduSettings settings) {
        var directory = settings.surveysDir();
        return directory == null ? SurveyDrafts.ofSeeds() : SurveyDrafts.ofSeedsAnd(directory);
    }

    @Bean
    Publisher publisher(LiveSurveys surveys, Revisions revisions, Signals signals) {
        return new Publisher(surveys, revisions, signals);
    }

    @Bean
    SurveyWatch surveyWatch(LiveSurveys surveys, Signals signals) {
        return new SurveyWatch(surveys, signals, SurveyWatch.EVERY);
    }

    @Bean
    ReplyReader replies(LiveSurveys surveys) {
        return new RuleReplyReader(surveys, surveys);
    }

    /**
     * A person of whom nothing tells the language is addressed in the first one of the first
     * survey.
     */
    @Bean
    Origins origins(LiveSurveys surveys) {
        return new PhoneOrigins(
                new PhoneLocales()::of,
                () ->
                        surveys.all().stream()
                                .findFirst()
                                .map(s -> s.locales().getFirst())
                                .orElse(Locale.FRENCH));
    }
}
