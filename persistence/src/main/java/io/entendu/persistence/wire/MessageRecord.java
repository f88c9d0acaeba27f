package io.entendu.persistence.wire;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message in an inbox.
 *
 * @param v version of this form
 * @param ch channel
 * @param a the sender's address, sealed
 * @param i provider's id
 * @param l locale
 * @param k kind of the content
 * @param x its text, payload or kind of media
 * @param b the label of a button
 * @param m provider's id of the message with the button, or of the one that was changed
 */
record MessageRecord(
        int v,
        String ch,
        String a,
        String i,
        @Nullable String l,
        String k,
        @Nullable String x,
        @Nullable String b,
        @Nullable String m)
        implements Written {

    static MessageRecord of(InboundMessage message, Seal seal) {
        var ch = message.from().channel().name();
        var a = seal.seal(message.from().value());
        var i = message.id();
        var l = message.locale().map(Locale::toLanguageTag).orElse(null);
        return switch (message.content()) {
            case Content.Text(var text) ->
                    new MessageRecord(1, ch, a, i, l, "text", text, null, null);
            case Content.Edited(var text, var original) ->
                    new MessageRecord(1, ch, a, i, l, "edited", text, null, original);
            case Content.Tap(var payload, var label, var prompt) ->
                    new MessageRecord(1, ch, a, i, l, "tap", payload, label, prompt);
            case Content.Start(var payload) ->
                    new MessageRecord(1, ch, a, i, l, "start", payload, null, null);
            case Content.Media(var kind) ->
                    new MessageRecord(1, ch, a, i, l, "media", kind, null, null);
        };
    }

    @Override
    public void write(Fields json) {
        json.add("v", v);
        json.add("ch", ch);
        json.add("a", a);
        json.add("i", i);
        json.add("l", l);
        json.add("k", k);
        json.add("x", x);
        json.add("b", b);
        json.add("m", m);
    }

    InboundMessage message(Seal seal) {
        return new InboundMessage(
                new Address(Channel.valueOf(ch), seal.open(a)),
                i,
                content(),
                Optional.ofNullable(l).map(Locale::forLanguageTag));
    }

    private Content content() {
        var words = Json.orEmpty(x);
        return switch (k) {
            case "text" -> new Content.Text(words);
            case "edited" -> new Content.Edited(words, Json.orEmpty(m));
            case "tap" -> new Content.Tap(words, Json.orEmpty(b), Json.orEmpty(m));
            case "start" -> new Content.Start(words);
            case "media" -> new Content.Media(words);
            default -> throw Json.unknown(k);
        };
    }
}
