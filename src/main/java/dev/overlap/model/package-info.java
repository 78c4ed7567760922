/** Who does which task: one small class a concurrency model. */
package dev.overlap.model;
