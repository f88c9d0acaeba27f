package io.entendu.app.scenario;

import java.util.List;

/** What came of an action. */
public sealed interface Played {

    /** It happened, and this was said. */
    record Done(List<Message> said) implements Played {

        public Done {
            said = List.copyOf(said);
        }
    }

    /** It cannot happen here; nothing did. */
    record Impossible(String why) implements Played {}
}
