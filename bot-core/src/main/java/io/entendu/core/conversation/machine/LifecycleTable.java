package io.entendu.core.conversation.machine;

import static io.entendu.core.conversation.Phase.ASKING;
import static io.entendu.core.conversation.Phase.COMPLETED;
import static io.entendu.core.conversation.Phase.CONSENTING;
import static io.entendu.core.conversation.Phase.DECLINED;
import static io.entendu.core.conversation.Phase.EXPIRED;
import static io.entendu.core.conversation.Phase.INVITED;
import static io.entendu.core.conversation.Phase.NEW;
import static io.entendu.core.conversation.Phase.OPTED_OUT;
import static io.entendu.core.conversation.Phase.UNREACHABLE;
import static io.entendu.core.conversation.machine.Trigger.BEGIN;
import static io.entendu.core.conversation.machine.Trigger.COMPLETE;
import static io.entendu.core.conversation.machine.Trigger.CONSENT;
import static io.entendu.core.conversation.machine.Trigger.EXPIRE;
import static io.entendu.core.conversation.machine.Trigger.HESITATE;
import static io.entendu.core.conversation.machine.Trigger.INVITE;
import static io.entendu.core.conversation.machine.Trigger.LOSE;
import static io.entendu.core.conversation.machine.Trigger.OPT_OUT;
import static io.entendu.core.conversation.machine.Trigger.PROCEED;
import static io.entendu.core.conversation.machine.Trigger.REFUSE;

import io.entendu.core.conversation.Phase;
import java.util.List;

/** The lifecycle of a conversation, row by row. What is not in the table cannot happen. */
public final class LifecycleTable {

    /** One transition. */
    public record Row(Phase from, Trigger on, Phase to) {}

    // spotless:off
    /** All rows; the diagram in {@code docs/lifecycle.md} is drawn from them. */
    public static final List<Row> ROWS = List.of(
            row(NEW,         INVITE,   INVITED),
            row(NEW,         BEGIN,    CONSENTING),

            row(INVITED,     BEGIN,    CONSENTING),
            row(INVITED,     HESITATE, CONSENTING),
            row(INVITED,     CONSENT,  ASKING),
            row(INVITED,     REFUSE,   DECLINED),
            row(INVITED,     OPT_OUT,  OPTED_OUT),
            row(INVITED,     EXPIRE,   EXPIRED),
            row(INVITED,     LOSE,     UNREACHABLE),

            row(CONSENTING,  BEGIN,    CONSENTING),
            row(CONSENTING,  HESITATE, CONSENTING),
            row(CONSENTING,  CONSENT,  ASKING),
            row(CONSENTING,  REFUSE,   DECLINED),
            row(CONSENTING,  OPT_OUT,  OPTED_OUT),
            row(CONSENTING,  EXPIRE,   EXPIRED),
            row(CONSENTING,  LOSE,     UNREACHABLE),

            row(ASKING,      PROCEED,  ASKING),
            row(ASKING,      COMPLETE, COMPLETED),
            row(ASKING,      OPT_OUT,  OPTED_OUT),
            row(ASKING,      EXPIRE,   EXPIRED),
            row(ASKING,      LOSE,     UNREACHABLE),

            // STOP is honoured after the end too; the end itself stays what it was.
            row(COMPLETED,   OPT_OUT,  COMPLETED),
            row(DECLINED,    OPT_OUT,  DECLINED),
            row(OPTED_OUT,   OPT_OUT,  OPTED_OUT),
            row(EXPIRED,     OPT_OUT,  EXPIRED),
            row(UNREACHABLE, OPT_OUT,  UNREACHABLE));
    // spotless:on

    private LifecycleTable() {}

    private static Row row(Phase from, Trigger on, Phase to) {
        return new Row(from, on, to);
    }
}
