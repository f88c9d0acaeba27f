package io.entendu.app.wiring;

import io.entendu.app.line.Line;
import io.entendu.app.line.Reporting;
import io.entendu.app.settings.EntenduSettings;
import io.entendu.app.settings.TelegramProperties;
import io.entendu.app.settings.TwilioProperties;
import io.entendu.app.webhook.WayIn;
import io.entendu.app.webhook.WebhookContext;
import io.entendu.app.webhook.WebhookServlet;
import io.entendu.app.webhook.WebhookServlet.Answers;
import io.entendu.app.work.MissedMessages;
import io.entendu.app.work.SendingGate;
import io.entendu.app.work.TwilioCatchUp;
import io.entendu.channels.telegram.TelegramAdapter;
import io.entendu.channels.telegram.TelegramSettings;
import io.entendu.channels.twilio.TwilioAdapter;
import io.entendu.channels.twilio.TwilioSettings;
import io.entendu.channels.web.WebSender;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.SentLookup;
import io.entendu.core.respondent.Respondents;
import io.entendu.persistence.RedisStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channels: each is there when its account is. */
@Configuration(proxyBeanMethods = false)
class ChannelWiring {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelWiring.class);

    private static final Answers TELEGRAM_ANSWERS = new Answers("application/json", "", 401);

    /** An empty TwiML document: any other body would be sent to the person. */
    private static final Answers TWILIO_ANSWERS = new Answers("text/xml", "<Response/>", 403);

    /** As Boot makes it, and with the webhooks beside the pages. */
    @Bean
    ServletWebServerFactory webServer(
            ObjectProvider<WayIn> waysIn,
            ObjectProvider<TomcatConnectorCustomizer> connectors,
            ObjectProvider<TomcatContextCustomizer> contexts,
            ObjectProvider<TomcatProtocolHandlerCustomizer<?>> protocols) {
        var server = new WebhookContext(() -> waysIn.orderedStream().toList());
        connectors.orderedStream().forEach(server::addConnectorCustomizers);
        contexts.orderedStream().forEach(server::addContextCustomizers);
        protocols.orderedStream().forEach(server::addProtocolHandlerCustomizers);
        return server;
    }

    @Bean
    MessageSender webSender(ChatTranscripts transcripts, InstantSource clock) {
        return new WebSender(transcripts, clock);
    }

    @Bean
    SendingGate sendingGate(TwilioProperties twilio, InstantSource clock, MeterRegistry meters) {
        return twilio.accountSid().isPresent() && twilio.catchUp().isPresent()
                ? SendingGate.shut(
                        Set.of(Channel.SMS, Channel.WHATSAPP),
                        twilio.catchUpWait(),
                        clock,
                        TwilioCatchUp.givenUp(meters))
                : SendingGate.none();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("entendu.telegram.token")
    static class Telegram {

        @Bean(destroyMethod = "close")
        TelegramAdapter telegram(TelegramProperties properties) {
            var token = properties.token().orElseThrow();
            var secret =
                    properties.mode() == TelegramProperties.Mode.WEBHOOK
                            ? properties.webhookSecret().orElseGet(() -> secretOf(token))
                            : "";
            return new TelegramAdapter(
                    new TelegramSettings(
                            token, properties.apiUrl(), secret, TelegramSettings.DEFAULT_TIMEOUT));
        }

        @Bean
        MessageSender telegramSender(TelegramAdapter telegram) {
            return telegram.sender();
        }

        @Bean
        TelegramArrival telegramArrival(
                TelegramAdapter telegram,
                TelegramProperties properties,
                EntenduSettings settings,
                Line line) {
            return new TelegramArrival(telegram, properties.mode(), settings.publicUrl(), line);
        }

        @Bean
        @ConditionalOnProperty(name = "entendu.telegram.mode", havingValue = "webhook")
        WayIn telegramWebhook(TelegramAdapter telegram, Line line, Reporting reporting) {
            return new WayIn(
                    "/telegram",
                    new WebhookServlet(
                            telegram::handle,
                            line,
                            reporting,
                            TELEGRAM_ANSWERS,
                            ChannelWiring::nothingMissed));
        }

        /** One that all instances agree on and that tells nothing of the token. */
        private static String secretOf(String token) {
            try {
                var hash =
                        MessageDigest.getInstance("SHA-256")
                                .digest(
                                        ("entendu webhook " + token)
                                                .getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("entendu.twilio.account-sid")
    static class Twilio {

        @Bean(destroyMethod = "close")
        TwilioAdapter twilio(TwilioProperties properties, EntenduSettings settings) {
            return new TwilioAdapter(
                    new TwilioSettings(
                            properties.accountSid().orElseThrow(),
                            properties.authToken().orElseThrow(),
                            properties.apiUrl(),
                            settings.publicUrl(),
                            new TwilioSettings.Senders(
                                    properties.smsFrom(),
                                    properties.messagingServiceSid(),
                                    properties.whatsappFrom()),
                            TwilioSettings.DEFAULT_TIMEOUT));
        }

        @Bean
        MessageSender twilioSender(TwilioAdapter twilio) {
            return twilio.sender();
        }

        @Bean
        SentLookup twilioLookup(TwilioAdapter twilio) {
            return twilio.lookup();
        }

        @Bean
        WayIn twilioMessages(
                TwilioAdapter twilio, Line line, Reporting reporting, SendingGate gate) {
            return new WayIn(
                    "/twilio/message",
                    new WebhookServlet(
                            twilio.messageWebhook(),
                            line,
                            reporting,
                            TWILIO_ANSWERS,
                            gate::outage));
        }

        @Bean
        WayIn twilioStatuses(TwilioAdapter twilio, Line line, Reporting reporting) {
            return new WayIn(
                    "/twilio/status",
                    new WebhookServlet(
                            twilio.statusWebhook(),
                            line,
                            reporting,
                            TWILIO_ANSWERS,
                            ChannelWiring::nothingMissed));
        }

        @Bean
        TwilioCatchUp twilioCatchUp(
                TwilioAdapter twilio,
                TwilioProperties properties,
                RedisStore store,
                Respondents respondents,
                Line line,
                SendingGate gate,
                InstantSource clock,
                MeterRegistry meters) {
            var watermarks = store.watermarks(properties.accountSid().orElseThrow());
            return new TwilioCatchUp(
                    new MissedMessages(
                            MissedMessages.Source.of(twilio.history()),
                            watermarks,
                            respondents,
                            line,
                            meters),
                    gate,
                    properties.catchUp(),
                    clock,
                    meters);
        }
    }

    /**
     * Telegram delivers again what was answered 5xx, and a report is nothing that a person said.
     */
    private static void nothingMissed() {
        LOG.debug("a webhook was answered 5xx");
    }
}
