/**
 * What an evaluation of NDJSON costs: beside the bare parse of the same files, and beside other CQL engines.
 *
 * <p>{@link fr.respop.benchmark.Benchmark} measures populations, {@link fr.respop.benchmark.ResidentBenchmark} one
 * resident with JMH. Methods and results are in {@code server/docs/performance.md}.
 */
@NullMarked
package fr.respop.benchmark;

import org.jspecify.annotations.NullMarked;
