package io.entendu.core.conversation;

import io.entendu.core.respondent.RespondentId;
import java.util.Optional;
import java.util.regex.Pattern;

/** A conversation by its respondent and its number with this person, from 1: {@code 0123…-1}. */
public record ConversationId(RespondentId respondent, int number) {

    private static final Pattern FORM = Pattern.compile("([0-9a-z]{26})-([1-9][0-9]{0,8})");

    public ConversationId {
        if (number < 1) {
            throw new IllegalArgumentException("conversations are counted from 1, not " + number);
        }
    }

    /** The id written like this; empty when it is no id. */
    public static Optional<ConversationId> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches() && RespondentId.isValid(form.group(1))
                ? Optional.of(
                        new ConversationId(
                                new RespondentId(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return respondent + "-" + number;
    }
}
