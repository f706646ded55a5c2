'use strict';

/*
 * Counts with fqm-execution who is in the initial populations of measures.
 *
 *   node calculate.js FOLDER
 *
 * FOLDER holds measures.ndjson (a line a measure: a Bundle of the Measure, every Library with its ELM, and every
 * ValueSet), subjects.ndjson (a Bundle a subject) and period.json ({"start", "end"}). Writes cost.json there: {"members",
 * "wallMilliseconds", "cpuMilliseconds"} of the calculation alone, without the start of Node and the reading of the files.
 */

const fs = require('fs');
const path = require('path');
const { Calculator } = require('fqm-execution');

async function main(folder) {
  const read = name => fs.readFileSync(path.join(folder, name), 'utf8');
  const lines = name => read(name).split('\n').filter(Boolean).map(line => JSON.parse(line));
  const measures = lines('measures.ndjson');
  const subjects = lines('subjects.ndjson');
  const period = JSON.parse(read('period.json'));

  const wall = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  let members = 0;
  for (const measure of measures) {
    members += await count(measure, subjects, period);
  }
  const used = process.cpuUsage(cpu);
  const cost = {
    members,
    wallMilliseconds: Number(process.hrtime.bigint() - wall) / 1e6,
    cpuMilliseconds: (used.user + used.system) / 1e3
  };
  fs.writeFileSync(path.join(folder, 'cost.json'), JSON.stringify(cost));
}

async function count(measure, subjects, period) {
  const { results } = await Calculator.calculate(measure, subjects, {
    measurementPeriodStart: period.start,
    measurementPeriodEnd: period.end,
    // What it can tell beside the counts would cost more than they do.
    calculateHTML: false,
    calculateSDEs: false,
    calculateClauseCoverage: false,
    calculateClauseUncoverage: false,
    calculateCoverageDetails: false,
    disableHTMLOrdering: true
  });
  return results
    .flatMap(result => result.detailedResults)
    .filter(group => group.populationResults.some(one => one.populationType === 'initial-population' && one.result))
    .length;
}

main(process.argv[2]).catch(failure => {
  console.error(failure);
  process.exit(1);
});
