package io.entendu.flows.check;

import io.entendu.flows.check.Finding.Severity;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An invitation asks, and sells nothing: an advert needs a consent of its own, and so does a link
 * trust.
 */
final class InvitationRule implements Rule {

    /** An address of the web, with or without its scheme. */
    private static final Pattern LINK =
            Pattern.compile(
                    "https?://\\S+|www\\.\\S+"
                            + "|\\b[a-z0-9-]+\\.(?:com|net|org|info|app|link|eu|fr|be|ch|lu|de|at|es|it|pt|br|nl|uk|ie|co|io|ly|me|gl)\\b"
                            + "|\\b[a-z0-9-]+\\.[a-z]{2,}/\\S+",
                    Pattern.CASE_INSENSITIVE);

    /** What an invitation may tell that is a link, by its name. */
    private static final Pattern NAME_OF_LINK =
            Pattern.compile("(?:^|[_-])(?:url|link|lien)(?:$|[_-])", Pattern.CASE_INSENSITIVE);

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
        return Promotions.find(passage.locale(), passage.plain())
                .map(word ->
                        subject.about(
                                Severity.WARNING,
                                passage,
                                "invitation-promotes",
                                "\"" + word + "\" sounds like an advert; say only why you ask"));
    }

    private static Optional<Finding> link(Subject subject, Passage passage) {
        return Stream.concat(
                        LINK.matcher(passage.plain()).results().map(MatchResult::group),
                        passage.names().stream()
                                .filter(name -> NAME_OF_LINK.matcher(name).find())
                                .map(name -> "{" + name + "}"))
                .findFirst()
                .map(found ->
                        subject.about(
                                Severity.WARNING,
                                passage,
                                "invitation-link",
                                "\""
                                        + found
                                        + "\" is a link, which people take for fraud"
                                        + " and carriers filter; leave it out"));
    }
}
