package io.entendu.app.wiring;

import io.entendu.app.line.Origins;
import io.entendu.app.line.PhoneOrigins;
import io.entendu.app.settings.EntenduSettings;
import io.entendu.core.reading.ReplyReader;
import io.entendu.flows.PhoneLocales;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import io.entendu.persistence.RedisStore;
import io.entendu.persistence.Revisions;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Surveys, their words, and how replies are understood. */
@Configuration(proxyBeanMethods = false)
class FlowWiring {

    @Bean
    SurveyLibrary surveys(EntenduSettings settings, RedisStore store) {
        var directory = settings.surveysDir();
        var library =
                directory == null ? SurveyLibrary.ofSeeds() : SurveyLibrary.ofSeedsAnd(directory);
        return withEarlier(library, store.revisions());
    }

    /** Conversations stay on the revision they began on, also when the files have changed since. */
    private static SurveyLibrary withEarlier(SurveyLibrary library, Revisions revisions) {
        for (var survey : library.all()) {
            revisions.keep(survey.key(), library.content(survey.key()).orElseThrow());
        }
        return library.withEarlier(revisions.contents());
    }

    @Bean
    ReplyReader replies(SurveyLibrary surveys) {
        return new RuleReplyReader(surveys, surveys);
    }

    /**
     * A person of whom nothing tells the language is addressed in the first one of the first
     * survey.
     */
    @Bean
    Origins origins(SurveyLibrary surveys) {
        var fallback =
                surveys.all().stream()
                        .findFirst()
                        .map(s -> s.locales().getFirst())
                        .orElse(Locale.FRENCH);
        return new PhoneOrigins(new PhoneLocales()::of, fallback);
    }
}
