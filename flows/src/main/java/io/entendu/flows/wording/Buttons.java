package io.entendu.flows.wording;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.survey.Question.Scale;
import java.util.List;
import java.util.stream.IntStream;

/** Buttons under a question, on channels that have them. */
final class Buttons {

    /** What Telegram shows side by side; more do not fit the width of a telephone. */
    private static final int IN_A_ROW = 8;

    /** Longer scales are typed. */
    private static final int OF_A_SCALE = 3 * IN_A_ROW;

    private Buttons() {}

    static boolean areOn(Channel channel) {
        return switch (channel) {
            case TELEGRAM, WEB -> true;
            case SMS, WHATSAPP -> false;
        };
    }

    static List<List<QuickReply>> yesNo(int conversation, String subject, String yes, String no) {
        return List.of(
                List.of(
                        one(conversation, subject, ButtonPayload.YES, yes),
                        one(conversation, subject, ButtonPayload.NO, no)));
    }

    /**
     * The numbers in as few rows as they fit in, the first rows the longer ones: six and five for 0
     * to 10.
     */
    static List<List<QuickReply>> scale(Scale scale, int conversation) {
        var points = scale.high() - scale.low() + 1;
        if (points > OF_A_SCALE) {
            return List.of();
        }
        var rows = (points + IN_A_ROW - 1) / IN_A_ROW;
        var inARow = (points + rows - 1) / rows;
        var keys =
                IntStream.rangeClosed(scale.low(), scale.high())
                        .mapToObj(Integer::toString)
                        .map(value -> one(conversation, scale.id().value(), value, value))
                        .toList();
        return IntStream.range(0, rows)
                .mapToObj(row -> keys.subList(row * inARow, Math.min(points, (row + 1) * inARow)))
                .toList();
    }

    /** One option a row, as its label may be long; the number stands behind it. */
    static List<List<QuickReply>> options(int conversation, String subject, List<String> labels) {
        return IntStream.range(0, labels.size())
                .mapToObj(i ->
                        List.of(one(conversation, subject, Integer.toString(i + 1), labels.get(i))))
                .toList();
    }

    static QuickReply one(int conversation, String subject, String value, String label) {
        return new QuickReply(label, new ButtonPayload(conversation, subject, value).toString());
    }
}
