package io.entendu.flows.wording;

import java.util.List;

/**
 * How long a text is as SMS: its encoding and the segments it is billed as.
 *
 * <p>Sources: the alphabet and its extension table are 3GPP TS 23.038, sections 6.2.1 and 6.2.1.1;
 * the lengths of segments are Twilio's,
 * https://www.twilio.com/docs/glossary/what-sms-character-limit.
 *
 * @param encoding one character outside of GSM-7 turns the whole text to UCS-2
 * @param units septets in GSM-7, UTF-16 code units in UCS-2
 * @param segments at least 1, also for the empty text
 * @param outsideGsm7 the characters that forced UCS-2, each once, in the order of the text
 */
public record SmsLength(Encoding encoding, int units, int segments, List<String> outsideGsm7) {

    /**
     * Units in a text of one segment, and in each segment of a longer one, where a header takes its
     * share.
     */
    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int joined;

        Encoding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }
    }

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    public SmsLength {
        outsideGsm7 = List.copyOf(outsideGsm7);
    }

    public static SmsLength of(String text) {
        var outside =
                text.codePoints()
                        .filter(c -> septets(c) == 0)
                        .distinct()
                        .mapToObj(Character::toString)
                        .toList();
        var encoding = outside.isEmpty() ? Encoding.GSM_7 : Encoding.UCS_2;
        var lengths =
                text.codePoints()
                        .map(c -> encoding == Encoding.GSM_7 ? septets(c) : Character.charCount(c))
                        .boxed()
                        .toList();
        var units = lengths.stream().mapToInt(Integer::intValue).sum();
        var segments = units <= encoding.alone ? 1 : segments(lengths, encoding.joined);
        return new SmsLength(encoding, units, segments, outside);
    }

    /** Neither an escape with its character nor a surrogate pair is split between two segments. */
    private static int segments(List<Integer> lengths, int room) {
        var segments = 1;
        var used = 0;
        for (var length : lengths) {
            if (used + length > room) {
                segments++;
                used = 0;
            }
            used += length;
        }
        return segments;
    }

    private static int septets(int character) {
        if (BASIC.indexOf(character) >= 0) {
            return 1;
        }
        return EXTENSION.indexOf(character) >= 0 ? 2 : 0;
    }
}
