package dev.overlap.export;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Guesses;
import dev.overlap.compare.Order;

import java.time.Instant;

/**
 * A comparison as a file tells of it.
 *
 * @param comparison finished or not; what goes on is left out of tables
 * @param order how a picture sorts it; tables keep the order of the list
 * @param guesses what people thought
 * @param begun when it began, by the clock on the wall
 * @param look how a picture is drawn; tables ignore it
 */
public record ComparisonReport(
        Comparison comparison, Order order, Guesses guesses, Instant begun, Report.Look look) {}
