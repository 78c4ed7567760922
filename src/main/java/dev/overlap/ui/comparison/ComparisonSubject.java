package dev.overlap.ui.comparison;

/** What is compared. */
enum ComparisonSubject {
    MODELS,
    WORKERS
}
