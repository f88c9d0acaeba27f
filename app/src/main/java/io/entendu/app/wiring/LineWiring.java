package io.entendu.app.wiring;

import io.entendu.app.api.Scoring;
import io.entendu.app.line.Line;
import io.entendu.app.line.Listening;
import io.entendu.app.line.ModelRereading;
import io.entendu.app.line.Origins;
import io.entendu.app.line.Overflow;
import io.entendu.app.line.Planning;
import io.entendu.app.line.Reporting;
import io.entendu.app.line.Rereading;
import io.entendu.app.page.PublicUrl;
import io.entendu.app.settings.LlmProperties;
import io.entendu.app.settings.PolicyProperties;
import io.entendu.app.settings.TwilioProperties;
import io.entendu.app.work.Dispatcher;
import io.entendu.app.work.Labelling;
import io.entendu.app.work.SendingGate;
import io.entendu.app.work.Workers;
import io.entendu.channels.telegram.TelegramAdapter;
import io.entendu.classifiers.Classifiers;
import io.entendu.classifiers.EmbeddedClassifier;
import io.entendu.classifiers.LlmSettings;
import io.entendu.core.analysis.VerbatimClassifier;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.conversation.Engine;
import io.entendu.core.conversation.machine.Lifecycle;
import io.entendu.core.conversation.machine.StatemachineLifecycle;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Pseudonyms;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.response.Tallies;
import io.entendu.core.survey.Surveys;
import io.entendu.core.wording.Wording;
import io.entendu.persistence.Signals;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line and its workers. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("io.entendu.app.settings")
class LineWiring {

    private static final Duration EMBEDDED_LEASE = Duration.ofSeconds(5);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Lifecycle lifecycle() {
        return new StatemachineLifecycle();
    }

    @Bean
    Engine engine(Lifecycle lifecycle, PolicyProperties policy) {
        return new Engine(lifecycle, policy.policy());
    }

    @Bean
    Listening listening(
            ReplyReader replies,
            Surveys surveys,
            Respondents respondents,
            Invitations invitations,
            Origins origins,
            Rereading rereading) {
        return new Listening(replies, surveys, respondents, invitations, origins, rereading);
    }

    @Bean
    Rereading rereading(
            LlmProperties llm, Wording wording, Respondents respondents, InstantSource clock) {
        return Classifiers.lastResort(settings(llm), clock)
                .<Rereading>map(model -> new ModelRereading(model, wording, respondents))
                .orElse(Rereading.NONE);
    }

    @Bean
    Planning planning(Wording wording, Respondents respondents) {
        return new Planning(wording, respondents);
    }

    @Bean
    Line line(
            Respondents respondents,
            Engine engine,
            Listening listening,
            Planning planning,
            Dispatcher dispatcher,
            InstantSource clock,
            MeterRegistry meters) {
        return new Line(
                respondents,
                engine,
                listening,
                planning,
                dispatcher::send,
                new Overflow(clock, meters)::refused);
    }

    @Bean
    Reporting reporting(Outbox outbox, Pseudonyms pseudonyms, Line line, MeterRegistry meters) {
        return new Reporting(outbox, pseudonyms, line, meters);
    }

    @Bean
    ChannelLinks channelLinks(
            PublicUrl publicUrl,
            List<MessageSender> senders,
            TwilioProperties twilio,
            ObjectProvider<TelegramAdapter> telegram,
            Surveys surveys) {
        var served =
                senders.stream()
                        .flatMap(s -> s.channels().stream())
                        .collect(Collectors.<Channel>toSet());
        return new ChannelLinks(
                publicUrl,
                served,
                () ->
                        Optional.ofNullable(telegram.getIfAvailable())
                                .flatMap(TelegramAdapter::username),
                twilio.templates(),
                surveys);
    }

    @Bean
    EmbeddedClassifier embeddedClassifier() {
        return EmbeddedClassifier.load();
    }

    @Bean
    VerbatimClassifier classifier(
            EmbeddedClassifier embedded, LlmProperties llm, InstantSource clock) {
        return Classifiers.create(settings(llm), embedded, clock);
    }

    private static LlmSettings settings(LlmProperties llm) {
        return new LlmSettings(
                LlmSettings.Provider.valueOf(llm.provider().name()),
                llm.baseUrl().map(URI::toString).orElse(""),
                llm.apiKey().orElse(""),
                llm.model().orElse(""),
                llm.timeout());
    }

    @Bean
    Labelling labelling(
            Agenda agenda,
            Respondents respondents,
            Surveys surveys,
            Wording wording,
            VerbatimClassifier classifier,
            Line line) {
        return new Labelling(agenda, respondents, surveys, wording, classifier, line);
    }

    @Bean
    Workers workers(
            Outbox outbox,
            Agenda agenda,
            Respondents respondents,
            Line line,
            Dispatcher dispatcher,
            Labelling labelling,
            LlmProperties llm,
            SendingGate gate,
            Signals signals,
            MeterRegistry meters) {
        var workers =
                new Workers(
                        outbox,
                        agenda,
                        respondents,
                        line,
                        dispatcher,
                        labelling,
                        labelLease(llm),
                        gate,
                        meters);
        signals.subscribe(Signals.OUTBOX, workers::wake);
        return workers;
    }

    /**
     * A model is asked twice at the most, each within its time-out; the embedded engine takes
     * milliseconds once it is loaded.
     */
    private static Duration labelLease(LlmProperties llm) {
        return switch (llm.provider()) {
            case NONE -> EMBEDDED_LEASE;
            case OPENAI, ANTHROPIC -> llm.timeout().multipliedBy(2).plus(EMBEDDED_LEASE);
        };
    }

    @Bean
    Scoring scoring(Tallies tallies) {
        return new Scoring(tallies);
    }
}
