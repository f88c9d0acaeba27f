package io.entendu.flows.check;

import io.entendu.flows.check.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An invitation asks, and sells nothing: an advert needs a consent of its own, and so does a link
 * trust.
 */
final class InvitationRule implements Rule {

    private static final List<String> PROMOTIONAL = Folded.lines("promotional");
    private static final Pattern LINK =
            Pattern.compile(
                    "https?://\\S+|www\\.\\S+|\\b[a-z0-9-]+\\.(?:com|net|org|eu|fr|de|es|it|pt|nl|io|ly|me)\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.script().passages().stream()
                .filter(InvitationRule::invites)
                .flatMap(passage ->
                        Stream.of(promotion(subject, passage), link(subject, passage))
                                .flatMap(Optional::stream));
    }

    private static boolean invites(Passage passage) {
        return passage.place().equals("purpose") || passage.place().startsWith("texts.consent_");
    }

    private static Optional<Finding> promotion(Subject subject, Passage passage) {
        return Folded.find(PROMOTIONAL, passage.plain())
                .map(word ->
                        subject.about(
                                Severity.WARNING,
                                passage,
                                "invitation-promotes",
                                "\"" + word + "\" sounds like an advert; say only why you ask"));
    }

    private static Optional<Finding> link(Subject subject, Passage passage) {
        return LINK.matcher(passage.plain())
                .results()
                .findFirst()
                .map(found ->
                        subject.about(
                                Severity.WARNING,
                                passage,
                                "invitation-link",
                                "\""
                                        + found.group()
                                        + "\" is a link, which people take for fraud"
                                        + " and carriers filter; leave it out"));
    }
}
