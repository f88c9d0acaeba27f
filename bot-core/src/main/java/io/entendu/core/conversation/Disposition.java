package io.entendu.core.conversation;

/**
 * The final outcome of a conversation; never goes back once set.
 *
 * <p>Terms after AAPOR, "Standard Definitions", 9th edition, 2016: complete, partial, break-off,
 * refusal, non-contact.
 */
public enum Disposition {
    IN_PROGRESS,
    COMPLETE,
    PARTIAL,
    BREAK_OFF,
    REFUSED,
    OPTED_OUT,
    EXPIRED,
    UNREACHABLE
}
