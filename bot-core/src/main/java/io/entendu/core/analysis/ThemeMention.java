package io.entendu.core.analysis;

import io.entendu.core.text.Span;

/**
 * A theme found in a verbatim, how it sounds about it, and where it says so.
 *
 * @param evidence within the verbatim's own words, not within the message they are part of
 */
public record ThemeMention(ThemeId theme, Polarity polarity, Span evidence) {}
