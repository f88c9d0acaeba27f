package io.entendu.core.survey;

/**
 * What the headline question of a survey measures; how it is computed is told by {@code
 * core.score}.
 */
public enum Metric {
    /** Net Promoter Score, 0 to 10. */
    NPS,
    /** Customer satisfaction, 1 to 5, share of the two best answers. */
    CSAT,
    /** Customer effort ("made it easy"), 1 to 7, share of answers 5 to 7. */
    CES,
    /** Customer effort of the first kind, 1 to 5, mean, low is good. */
    CES1,
    /** Employee Net Promoter Score, 0 to 10. */
    ENPS
}
