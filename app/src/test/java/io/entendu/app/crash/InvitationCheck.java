package io.entendu.app.crash;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether each key came to one invitation, and each of those that were acknowledged happened. */
final class InvitationCheck {

    private final Verdict verdict;
    private final Books books;

    InvitationCheck(Verdict verdict, Books books) {
        this.verdict = verdict;
        this.books = books;
    }

    void check(Case one) {
        var begun = one.history().count("invited") + one.history().count("link");
        if (begun > one.who().invitation().stream().count()) {
            verdict.find(Fault.INVITATION_DOUBLED, one.who() + ": was invited " + begun + " times");
        }
        one.who().invitation().ifPresent(wish -> check(one, wish, begun));
        one.who().again().ifPresent(wish -> checkRefused(one, wish));
        if (!books.conversation(books.conversationId(one.who().address(), 2)).isMissingNode()) {
            verdict.find(Fault.COUNTED_TWICE, one.who() + ": a second conversation");
        }
    }

    private void check(Case one, Crm.Wish wish, int begun) {
        verdict.lookAt(Verdict.Matter.INVITATIONS, 1);
        var ids =
                wish.answers().stream()
                        .map(answer -> answer.get("id").asString())
                        .collect(Collectors.toSet());
        if (ids.size() > 1) {
            verdict.find(Fault.INVITATION_DOUBLED, one.who() + ": " + wish.answers());
            return;
        }
        var isKept = !books.invitation(ids.iterator().next()).isMissingNode();
        if (begun == 0 || !isKept || !allSay(wish, "accepted")) {
            verdict.find(Fault.INVITATION_LOST, one.who() + ": " + wish.answers());
        }
    }

    private void checkRefused(Case one, Crm.Wish wish) {
        if (!allSay(wish, "refused")) {
            verdict.find(Fault.AFTER_STOP, one.who() + ": invited, " + wish.answers());
        }
    }

    private static boolean allSay(Crm.Wish wish, String status) {
        return wish.answers().stream()
                .map((JsonNode answer) -> answer.get("status").asString())
                .allMatch(status::equals);
    }
}
