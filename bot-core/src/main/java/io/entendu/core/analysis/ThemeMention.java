package io.entendu.core.analysis;

import io.entendu.core.text.Span;

/** A theme found in a verbatim, how it sounds about it, and where it says so. */
public record ThemeMention(ThemeId theme, Polarity polarity, Span evidence) {}
