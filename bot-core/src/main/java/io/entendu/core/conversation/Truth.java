package io.entendu.core.conversation;

import java.util.List;

/**
 * Whether a condition is fulfilled; open is what a label that is still to come decides.
 *
 * <p>Source: S. C. Kleene, "Introduction to Metamathematics", 1952, section 64 (strong three-valued
 * logic).
 */
public enum Truth {
    TRUE,
    FALSE,
    OPEN;

    static Truth of(boolean fulfilled) {
        return fulfilled ? TRUE : FALSE;
    }

    Truth opposite() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case OPEN -> OPEN;
        };
    }

    static Truth all(List<Truth> parts) {
        if (parts.contains(FALSE)) {
            return FALSE;
        }
        return parts.contains(OPEN) ? OPEN : TRUE;
    }

    static Truth any(List<Truth> parts) {
        return all(parts.stream().map(Truth::opposite).toList()).opposite();
    }
}
