package io.entendu.core.channel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One message to a person, worded and ready to be sent.
 *
 * @param id ours, unique for ever; a provider that can carry it helps to find out what became of
 *     the message
 * @param rows buttons, row by row; a channel that has none leaves them out, so the text must stand
 *     without them
 * @param template the provider's name of an approved text that must be sent in place of {@code
 *     text}
 * @param staleButtons provider's id of an earlier message whose buttons are to be taken away
 * @param attempt which send of it this is, from 1
 */
public record OutboundMessage(
        String id,
        Address to,
        String text,
        List<List<QuickReply>> rows,
        Optional<Template> template,
        Optional<String> staleButtons,
        Locale locale,
        int attempt) {

    public OutboundMessage {
        rows = copies(rows);
    }

    private static List<List<QuickReply>> copies(List<List<QuickReply>> rows) {
        var copies = new ArrayList<List<QuickReply>>(rows.size());
        for (var row : rows) {
            copies.add(List.copyOf(row));
        }
        return Collections.unmodifiableList(copies);
    }

    /** To be sent for the first time. */
    public OutboundMessage(
            String id,
            Address to,
            String text,
            List<List<QuickReply>> rows,
            Optional<Template> template,
            Optional<String> staleButtons,
            Locale locale) {
        this(id, to, text, rows, template, staleButtons, locale, 1);
    }

    /**
     * An approved text at a provider.
     *
     * @param id Twilio: the content SID
     */
    public record Template(String id) {}

    @Override
    public String toString() {
        return "OutboundMessage[" + id + "]";
    }
}
