package io.entendu.app.wiring;

import io.entendu.app.settings.PrivacyProperties;
import io.entendu.app.work.RetentionJob;
import io.entendu.app.work.RetentionLimits;
import io.entendu.core.privacy.Retention;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.Surveys;
import io.entendu.persistence.Published;
import io.entendu.persistence.Revisions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long what is held of people is held. */
@Configuration(proxyBeanMethods = false)
class PrivacyWiring {

    @Bean
    RetentionLimits retentionLimits(
            PrivacyProperties privacy, Surveys surveys, Revisions revisions) {
        return new RetentionLimits(
                new RetentionLimits.Periods(
                        privacy.texts(),
                        privacy.responses(),
                        privacy.ledger(),
                        privacy.respondents()),
                surveys,
                survey -> earlier(survey, surveys, revisions));
    }

    private static Stream<Survey> earlier(Survey survey, Surveys surveys, Revisions revisions) {
        return revisions.history(survey.id()).stream()
                .map(Published::key)
                .distinct()
                .map(surveys::revision)
                .flatMap(Optional::stream);
    }

    @Bean
    RetentionJob retentionJob(
            Retention retention,
            RetentionLimits limits,
            InstantSource clock,
            MeterRegistry meters) {
        return new RetentionJob(retention, limits, clock, meters);
    }
}
