package io.entendu.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.app.settings.SendingProperties.Unknown;
import io.entendu.core.policy.ContactPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {

    private static <T> T bound(String prefix, Class<T> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate(prefix, Bindable.of(type));
    }

    @Test
    void defaults() {
        assertThat(bound("entendu", EntenduSettings.class, Map.of()))
                .isEqualTo(
                        new EntenduSettings(
                                URI.create("http://localhost:8080"), Path.of("data"), null));
        assertThat(bound("entendu.redis", RedisSettings.class, Map.of()).mode())
                .isEqualTo(RedisSettings.Mode.EMBEDDED);
        assertThat(bound("entendu.policy", PolicyProperties.class, Map.of()).policy())
                .isEqualTo(ContactPolicy.STRICT);
        assertThat(bound("entendu.llm", LlmProperties.class, Map.of()).provider())
                .isEqualTo(LlmProperties.Provider.NONE);
        assertThat(bound("entendu.telegram", TelegramProperties.class, Map.of()))
                .isEqualTo(
                        new TelegramProperties(
                                Optional.empty(),
                                TelegramProperties.Mode.POLLING,
                                URI.create("https://api.telegram.org"),
                                30,
                                Optional.empty()));
        var twilio = bound("entendu.twilio", TwilioProperties.class, Map.of());
        assertThat(twilio.smsRate()).isEqualTo(1);
        assertThat(twilio.whatsappRate()).isEqualTo(80);
        assertThat(bound("entendu.sending", SendingProperties.class, Map.of()))
                .isEqualTo(new SendingProperties(Unknown.RESEND, Unknown.HOLD));
    }

    @Test
    void everyKeyIsRead() {
        assertThat(
                        bound(
                                "entendu",
                                EntenduSettings.class,
                                Map.of(
                                        "entendu.public-url", "https://x.example/",
                                        "entendu.data-dir", "/d",
                                        "entendu.surveys-dir", "/s")))
                .isEqualTo(
                        new EntenduSettings(
                                URI.create("https://x.example/"), Path.of("/d"), Path.of("/s")));
        assertThat(
                        bound(
                                "entendu.sending",
                                SendingProperties.class,
                                Map.of(
                                        "entendu.sending.unknown-outcome", "hold",
                                        "entendu.sending.unknown-invitation", "resend")))
                .isEqualTo(new SendingProperties(Unknown.HOLD, Unknown.RESEND));
        var twilio =
                bound(
                        "entendu.twilio",
                        TwilioProperties.class,
                        Map.of(
                                "entendu.twilio.account-sid", "AC1",
                                "entendu.twilio.auth-token", "t",
                                "entendu.twilio.api-url", "http://127.0.0.1:1",
                                "entendu.twilio.sms-from", "+33757000001",
                                "entendu.twilio.whatsapp-from", "+33757000002",
                                "entendu.twilio.templates.nps-after-call.fr", "HX1",
                                "entendu.twilio.sms-rate", "3",
                                "entendu.twilio.whatsapp-rate", "0",
                                "entendu.twilio.catch-up-every", "90s",
                                "entendu.twilio.catch-up-wait", "30s"));
        assertThat(twilio.smsRate()).isEqualTo(3);
        assertThat(twilio.whatsappRate()).isZero();
        assertThat(twilio.catchUp()).contains(Duration.ofSeconds(90));
        assertThat(twilio.catchUpWait()).isEqualTo(Duration.ofSeconds(30));
        assertThat(twilio.templates()).isEqualTo(Map.of("nps-after-call", Map.of("fr", "HX1")));
        assertThat(twilio.smsFrom()).contains("+33757000001");
        var policy =
                bound(
                                "entendu.policy",
                                PolicyProperties.class,
                                Map.of(
                                        "entendu.policy.quiet-hours", "off",
                                        "entendu.policy.quiet-days", "",
                                        "entendu.policy.min-days-between-invitations", "0",
                                        "entendu.policy.max-invitations-per-year", "0",
                                        "entendu.policy.days-after-refusal", "10"))
                        .policy();
        assertThat(policy)
                .isEqualTo(
                        new ContactPolicy(
                                Optional.empty(), Set.of(), Duration.ZERO, 0, Duration.ofDays(10)));
    }

    @Test
    void howLongPersonalDataIsKept() {
        var strict = bound("entendu.privacy", PrivacyProperties.class, Map.of());
        assertThat(strict.texts()).isEqualTo(Period.ofMonths(6));
        assertThat(strict.responses()).isEqualTo(Period.ofYears(2));
        assertThat(strict.respondents()).isEqualTo(Period.ofYears(2));
        assertThat(strict.ledger()).isEqualTo(Period.ofYears(3));
        assertThat(PrivacyProperties.duration(strict.invitations()))
                .isEqualTo(Duration.ofDays(365));
        assertThat(PrivacyProperties.duration(strict.transcripts())).isEqualTo(Duration.ofDays(30));

        var own =
                bound(
                        "entendu.privacy",
                        PrivacyProperties.class,
                        Map.of(
                                "entendu.privacy.pepper", "p",
                                "entendu.privacy.encryption-key", "k",
                                "entendu.privacy.texts", "10d",
                                "entendu.privacy.responses", "3m",
                                "entendu.privacy.respondents", "4m",
                                "entendu.privacy.ledger", "5m",
                                "entendu.privacy.invitations", "6m",
                                "entendu.privacy.transcripts", "7d"));
        assertThat(own)
                .isEqualTo(
                        new PrivacyProperties(
                                Optional.of("p"),
                                Optional.of("k"),
                                Period.ofDays(10),
                                Period.ofMonths(3),
                                Period.ofMonths(4),
                                Period.ofMonths(5),
                                Period.ofMonths(6),
                                Period.ofDays(7)));
    }

    @Test
    void aClusterWaitsForAReplicaUnlessToldOtherwise() {
        var cluster =
                Map.of(
                        "entendu.redis.mode", "cluster",
                        "entendu.redis.uri", "redis://a:1,redis://b:2",
                        "entendu.redis.ca-file", "/ca.pem");
        var settings = bound("entendu.redis", RedisSettings.class, cluster);
        assertThat(settings.replicas()).isEqualTo(1);
        assertThat(settings.authorities()).contains(Path.of("/ca.pem"));
        assertThat(bound("entendu.redis", RedisSettings.class, Map.of()).replicas()).isZero();

        var asked =
                bound(
                        "entendu.redis",
                        RedisSettings.class,
                        Map.of(
                                "entendu.redis.wait-for-replicas", "2",
                                "entendu.redis.wait-timeout", "300ms"));
        assertThat(asked.replicas()).isEqualTo(2);
        assertThat(asked.waitTimeout()).isEqualTo(Duration.ofMillis(300));
    }

    @ParameterizedTest
    @CsvSource({"off", "OFF", "false", "''"})
    void catchingUpCanBeSwitchedOff(String every) {
        var settings = Map.of("entendu.twilio.catch-up-every", every);

        assertThat(bound("entendu.twilio", TwilioProperties.class, settings).catchUp()).isEmpty();
        assertThat(bound("entendu.twilio", TwilioProperties.class, Map.of()).catchUp())
                .contains(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @MethodSource
    void mistakesSayWhatToWrite(
            String prefix, Class<?> type, Map<String, String> settings, String told) {
        assertThatThrownBy(() -> bound(prefix, type, settings))
                .rootCause()
                .hasMessageContaining(told);
    }

    static Stream<Arguments> mistakesSayWhatToWrite() {
        return Stream.of(
                argumentSet(
                        "a public URL without a scheme",
                        "entendu",
                        EntenduSettings.class,
                        Map.of("entendu.public-url", "example.org"),
                        "entendu.public-url must begin with http:// or https://"),
                argumentSet(
                        "a cluster without nodes",
                        "entendu.redis",
                        RedisSettings.class,
                        Map.of("entendu.redis.mode", "cluster"),
                        "entendu.redis.uri is needed"),
                argumentSet(
                        "fewer replicas than none",
                        "entendu.redis",
                        RedisSettings.class,
                        Map.of("entendu.redis.wait-for-replicas", "-1"),
                        "entendu.redis.wait-for-replicas must not be negative"),
                argumentSet(
                        "a wait for replicas that outlasts the command",
                        "entendu.redis",
                        RedisSettings.class,
                        Map.of("entendu.redis.wait-timeout", "5s"),
                        "entendu.redis.wait-timeout must be more than 0 and at most 1500ms"),
                argumentSet(
                        "a Twilio account without its token",
                        "entendu.twilio",
                        TwilioProperties.class,
                        Map.of("entendu.twilio.account-sid", "AC1"),
                        "are needed together"),
                argumentSet(
                        "a national sender number",
                        "entendu.twilio",
                        TwilioProperties.class,
                        Map.of(
                                "entendu.twilio.account-sid", "AC1",
                                "entendu.twilio.auth-token", "t",
                                "entendu.twilio.sms-from", "0757000001"),
                        "E.164"),
                argumentSet(
                        "a catch-up every now and then",
                        "entendu.twilio",
                        TwilioProperties.class,
                        Map.of("entendu.twilio.catch-up-every", "often"),
                        "entendu.twilio.catch-up-every must be like 2m"),
                argumentSet(
                        "a catch-up without a pause",
                        "entendu.twilio",
                        TwilioProperties.class,
                        Map.of("entendu.twilio.catch-up-every", "0s"),
                        "entendu.twilio.catch-up-every must be like 2m"),
                argumentSet(
                        "fewer segments than none",
                        "entendu.twilio",
                        TwilioProperties.class,
                        Map.of("entendu.twilio.sms-rate", "-1"),
                        "must not be negative"),
                argumentSet(
                        "fewer messages than none",
                        "entendu.telegram",
                        TelegramProperties.class,
                        Map.of("entendu.telegram.rate", "-1"),
                        "entendu.telegram.rate must not be negative"),
                argumentSet(
                        "a wait for less than nothing",
                        "entendu.twilio",
                        TwilioProperties.class,
                        Map.of("entendu.twilio.catch-up-wait", "-1s"),
                        "entendu.twilio.catch-up-wait must not be negative"),
                argumentSet(
                        "a model provider without a model",
                        "entendu.llm",
                        LlmProperties.class,
                        Map.of("entendu.llm.provider", "openai"),
                        "entendu.llm.model is needed"),
                argumentSet(
                        "a pepper without a key",
                        "entendu.privacy",
                        PrivacyProperties.class,
                        Map.of("entendu.privacy.pepper", "x"),
                        "are needed together"),
                argumentSet(
                        "words that outlive their conversation",
                        "entendu.privacy",
                        PrivacyProperties.class,
                        Map.of("entendu.privacy.texts", "3y"),
                        "entendu.privacy.texts must not be longer"),
                argumentSet(
                        "answers without a proof",
                        "entendu.privacy",
                        PrivacyProperties.class,
                        Map.of("entendu.privacy.ledger", "23m"),
                        "entendu.privacy.ledger must not be shorter"),
                argumentSet(
                        "web chats for no time",
                        "entendu.privacy",
                        PrivacyProperties.class,
                        Map.of("entendu.privacy.transcripts", "0d"),
                        "entendu.privacy.transcripts must be a time"),
                argumentSet(
                        "a webhook secret that Telegram would refuse",
                        "entendu.telegram",
                        TelegramProperties.class,
                        Map.of("entendu.telegram.webhook-secret", "not allowed"),
                        "entendu.telegram.webhook-secret must be"));
    }

    @Test
    void quietHoursThatAreNoHoursAreNamed() {
        var properties = new PolicyProperties("eight to ten", Set.of(), 0, 0, 0);

        assertThatThrownBy(properties::policy).hasMessageContaining("entendu.policy.quiet-hours");
    }
}
