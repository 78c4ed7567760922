package dev.overlap.ui.comparison;

/** What is compared. */
enum Subject {
    MODELS,
    WORKERS
}
