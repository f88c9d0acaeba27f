package io.entendu.app.wiring;

import io.entendu.app.settings.EntenduSettings;
import io.entendu.app.settings.PrivacyProperties;
import io.entendu.app.settings.RedisSettings;
import io.entendu.app.settings.TelegramProperties;
import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.SenderRates;
import io.entendu.core.privacy.PersonalData;
import io.entendu.core.privacy.Retention;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Pseudonyms;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.response.Responses;
import io.entendu.core.response.Tallies;
import io.entendu.persistence.EmbeddedRedis;
import io.entendu.persistence.RedisStore;
import io.entendu.persistence.Revisions;
import io.entendu.persistence.Secrets;
import io.entendu.persistence.Signals;
import io.entendu.persistence.StoreSettings;
import io.entendu.persistence.StoreSettings.Replication;
import io.entendu.persistence.StoreSettings.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store behind every port of the core. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(
            name = "entendu.redis.mode",
            havingValue = "embedded",
            matchIfMissing = true)
    EmbeddedRedis embeddedRedis(EntenduSettings settings) {
        return EmbeddedRedis.start(settings.dataDir());
    }

    @Bean(destroyMethod = "close")
    RedisStore store(
            RedisSettings redis,
            PrivacyProperties privacy,
            EntenduSettings settings,
            TelegramProperties telegram,
            ObjectProvider<EmbeddedRedis> embedded) {
        return switch (redis.mode()) {
            case EMBEDDED ->
                    RedisStore.open(
                            tuned(
                                    StoreSettings.of(
                                            Topology.EMBEDDED, List.of(embedded.getObject().uri())),
                                    telegram,
                                    privacy),
                            configured(privacy)
                                    .orElseGet(() -> Secrets.inDirectory(settings.dataDir())));
            case STANDALONE ->
                    RedisStore.open(
                            tuned(settings(Topology.STANDALONE, redis), telegram, privacy),
                            required(privacy));
            case CLUSTER ->
                    RedisStore.open(
                            tuned(settings(Topology.CLUSTER, redis), telegram, privacy),
                            required(privacy));
        };
    }

    private static StoreSettings settings(Topology topology, RedisSettings redis) {
        var settings =
                StoreSettings.of(topology, redis.uri())
                        .withReplication(new Replication(redis.replicas(), redis.waitTimeout()));
        return redis.authorities().map(settings::withAuthorities).orElse(settings);
    }

    /**
     * One message a second a chat (<a
     * href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">limits</a>),
     * and what is kept no longer than asked for.
     */
    private static StoreSettings tuned(
            StoreSettings settings, TelegramProperties telegram, PrivacyProperties privacy) {
        var kept =
                settings.keeping(
                        PrivacyProperties.duration(privacy.invitations()),
                        PrivacyProperties.duration(privacy.transcripts()));
        return telegram.rate() > 0 ? kept.withChatPace(Duration.ofSeconds(1)) : kept;
    }

    static Secrets required(PrivacyProperties privacy) {
        return configured(privacy)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "with a Redis of your own, entendu.privacy.pepper and entendu.privacy.encryption-key are needed;"
                                        + " make each with: openssl rand -base64 32"));
    }

    private static Optional<Secrets> configured(PrivacyProperties privacy) {
        return privacy.pepper()
                .flatMap(pepper -> privacy.encryptionKey().map(key -> Secrets.of(pepper, key)));
    }

    @Bean
    Respondents respondents(RedisStore store) {
        return store.respondents();
    }

    @Bean
    Outbox outbox(RedisStore store) {
        return store.outbox();
    }

    @Bean
    DeadLetters deadLetters(RedisStore store) {
        return store.deadLetters();
    }

    @Bean
    SenderRates senderRates(RedisStore store) {
        return store.senderRates();
    }

    @Bean
    Agenda agenda(RedisStore store) {
        return store.agenda();
    }

    @Bean
    Invitations invitations(RedisStore store) {
        return store.invitations();
    }

    @Bean
    Responses responses(RedisStore store) {
        return store.responses();
    }

    @Bean
    Tallies tallies(RedisStore store) {
        return store.tallies();
    }

    @Bean
    Pseudonyms pseudonyms(RedisStore store) {
        return store.pseudonyms();
    }

    @Bean
    ChatTranscripts chatTranscripts(RedisStore store) {
        return store.chatTranscripts();
    }

    @Bean
    Revisions revisions(RedisStore store) {
        return store.revisions();
    }

    @Bean
    PersonalData personalData(RedisStore store) {
        return store.personalData();
    }

    @Bean
    Retention retention(RedisStore store) {
        return store.retention();
    }

    @Bean
    Signals signals(RedisStore store) {
        return store.signals();
    }
}
