package io.entendu.app.api;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.Backlog;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.Outbox;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is still to be sent. */
@RestController
@RequestMapping("/api/v1/outbox")
class OutboxController {

    private final Outbox outbox;

    /** The whole. */
    record OutboxView(
            List<ChannelView> channels,
            @Schema(description = "Listed at /api/v1/dead-letters.") long deadLetters) {

        static OutboxView of(Backlog backlog) {
            return new OutboxView(
                    Stream.of(Channel.values()).map(c -> ChannelView.of(c, backlog)).toList(),
                    backlog.deadLetters());
        }
    }

    /** One channel. */
    record ChannelView(
            @Schema(allowableValues = {"telegram", "sms", "whatsapp", "web"}) String channel,
            List<LaneView> lanes,
            @Schema(description = "Messages of which nobody knows yet whether they were sent.")
                    int maybeSent) {

        static ChannelView of(Channel channel, Backlog backlog) {
            return new ChannelView(
                    channel.wireName(),
                    Lane.ALL.stream()
                            .filter(lane -> lane.channel() == channel)
                            .map(lane ->
                                    LaneView.of(
                                            lane,
                                            backlog.lanes()
                                                    .getOrDefault(lane, Backlog.Waiting.NOBODY)))
                            .toList(),
                    backlog.maybeSent().getOrDefault(channel, 0));
        }
    }

    /** People to whom a message is owed. */
    record LaneView(
            @Schema(allowableValues = {"reply", "opening"}) String urgency,
            @Schema(description = "Their message is due.") long due,
            @Schema(description = "It is not due yet, or being sent.") long later) {

        static LaneView of(Lane lane, Backlog.Waiting waiting) {
            return new LaneView(
                    lane.urgency().name().toLowerCase(Locale.ROOT), waiting.now(), waiting.later());
        }
    }

    OutboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(description = "How many people wait for a message, by channel and urgency.")
    OutboxView outbox() {
        return OutboxView.of(outbox.backlog());
    }
}
