package io.entendu.app.wiring;

import io.entendu.app.line.Line;
import io.entendu.app.line.Origins;
import io.entendu.app.settings.PolicyProperties;
import io.entendu.app.settings.SendingProperties;
import io.entendu.app.settings.SendingProperties.Unknown;
import io.entendu.app.settings.TelegramProperties;
import io.entendu.app.settings.TwilioProperties;
import io.entendu.app.work.Dispatcher;
import io.entendu.app.work.Doubts;
import io.entendu.app.work.InvitationTiming;
import io.entendu.app.work.Letters;
import io.entendu.app.work.Obstacles;
import io.entendu.app.work.Pacing;
import io.entendu.app.work.SendingGate;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.SentLookup;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.SenderRates;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.wording.Wording;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands between a message owed and its provider. */
@Configuration(proxyBeanMethods = false)
class SendingWiring {

    @Bean
    Letters letters(Wording wording, ChannelLinks links) {
        return new Letters(wording, links::template);
    }

    @Bean
    Pacing pacing(
            SenderRates rates,
            TelegramProperties telegram,
            TwilioProperties twilio,
            InstantSource clock) {
        return new Pacing(
                rates,
                Map.of(
                        Channel.TELEGRAM, telegram.rate(),
                        Channel.SMS, twilio.smsRate(),
                        Channel.WHATSAPP, twilio.whatsappRate()),
                clock);
    }

    @Bean
    Doubts doubts(ObjectProvider<SentLookup> lookups, Outbox outbox, SendingProperties sending) {
        return new Doubts(
                lookups.orderedStream().toList(),
                outbox,
                new Doubts.Policy(
                        sending.unknownOutcome() == Unknown.RESEND,
                        sending.unknownInvitation() == Unknown.RESEND));
    }

    @Bean
    Obstacles obstacles(
            SendingGate gate,
            PolicyProperties policy,
            Respondents respondents,
            Invitations invitations,
            Origins origins,
            Doubts doubts) {
        return new Obstacles(
                gate,
                new InvitationTiming(policy.policy(), respondents, invitations, origins),
                doubts);
    }

    @Bean
    Dispatcher dispatcher(
            Outbox outbox,
            Letters letters,
            List<MessageSender> senders,
            Obstacles obstacles,
            Pacing pacing,
            ObjectProvider<Line> line,
            InstantSource clock,
            MeterRegistry meters) {
        return new Dispatcher(
                outbox,
                letters,
                senders,
                obstacles,
                pacing,
                (claim, reason) ->
                        line.getObject()
                                .sendFailed(
                                        claim.respondent(),
                                        claim.entry().conversation(),
                                        claim.entry().turn(),
                                        claim.entry().channel(),
                                        reason),
                clock,
                meters);
    }
}
