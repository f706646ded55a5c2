package fr.respop.benchmark;

import java.time.Duration;

/**
 * What one run took.
 *
 * @param count the residents in the target populations, added up: engines that agree count the same
 * @param cpu of all threads of the process, the collector's and the compiler's included
 * @param heap the most bytes of heap that a collection left during the run; 0 if there was none
 */
record Sample(long count, Duration wall, Duration cpu, long heap) {}
