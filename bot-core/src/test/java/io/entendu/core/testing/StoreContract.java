package io.entendu.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Address;
import io.entendu.core.outbox.Claim;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.respondent.Versioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** What the contracts have in common: an empty store, and ways to bring people into it. */
abstract class StoreContract {

    /** Long enough to be outlived by nothing here but a wait for it. */
    static final Duration SHORT = Duration.ofMillis(50);

    /** The store under test, empty at the beginning of each test. */
    protected abstract Store store();

    Versioned at(Address address) {
        return store().respondents().at(address);
    }

    Committed.Done commit(Commit commit) {
        var committed = store().respondents().commit(commit);
        assertThat(committed).isInstanceOf(Committed.Done.class);
        return (Committed.Done) committed;
    }

    Claim claimedBy(Commit commit) {
        var claims = commit(commit).claims();
        assertThat(claims).hasSize(1);
        return claims.getFirst();
    }

    RespondentId id(Address address) {
        return store().pseudonyms().of(address);
    }

    /** The same, many times at once. */
    static <T> List<T> atOnce(int times, Callable<T> call)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var future : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
