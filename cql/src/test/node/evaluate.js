'use strict';

/*
 * Evaluates the content's ELM with the JavaScript CQL engine.
 *
 *   node evaluate.js FOLDER
 *
 * FOLDER holds elm/*.json (every library), valuesets.ndjson (a ValueSet a line) and subjects.ndjson, of which each line
 * is {"id", "period": {"start", "end"}, "expressions": {library: [name]}, "bundle"}. Writes results.ndjson there, for
 * each line {"id", "results": {library: {name: value}}} with values in the form of normalForm.js.
 *
 * Dates without a time zone are read in that of the process: set TZ to a zone whose offset never changes.
 */

const fs = require('fs');
const path = require('path');
const readline = require('readline');
const cql = require('cql-execution');
const { PatientSource } = require('cql-exec-fhir');
const { codesByValueSet } = require('./valueSets');
const { normalForm } = require('./normalForm');

async function main(folder) {
  const repository = new cql.Repository(readLibraries(path.join(folder, 'elm')));
  const codes = new cql.CodeService(codesByValueSet(readLines(path.join(folder, 'valuesets.ndjson'))));
  const patients = PatientSource.FHIRv401();
  const libraries = new Map();
  const output = fs.createWriteStream(path.join(folder, 'results.ndjson'));
  const subjects = readline.createInterface({ input: fs.createReadStream(path.join(folder, 'subjects.ndjson')) });

  for await (const line of subjects) {
    const subject = JSON.parse(line);
    patients.reset();
    patients.loadBundles([withDrugsInPlace(subject.bundle)]);
    const patient = patients.currentPatient();
    const results = {};
    for (const [name, expressions] of Object.entries(subject.expressions)) {
      if (!libraries.has(name)) {
        libraries.set(name, repository.resolve(name));
      }
      results[name] = await evaluate(libraries.get(name), expressions, patient, codes, subject.period);
    }
    output.write(JSON.stringify({ id: subject.id, results }) + '\n');
  }
  await new Promise(done => output.end(done));
}

async function evaluate(library, expressions, patient, codes, period) {
  const start = cql.DateTime.parse(period.start);
  const end = cql.DateTime.parse(period.end);
  const parameters = { 'Measurement Period': new cql.Interval(start, end) };
  const context = new cql.PatientContext(library, patient, codes, parameters, end);
  const results = {};
  for (const name of expressions) {
    results[name] = normalForm(await library.expressions[name].execute(context));
  }
  return results;
}

/* cql-exec-fhir gives contained resources no type: puts the code of a contained drug where the drug is referred to. */
function withDrugsInPlace(bundle) {
  for (const { resource } of bundle.entry) {
    const drug = (resource.contained || []).find(({ resourceType }) => resourceType === 'Medication');
    if (drug && resource.medicationReference) {
      resource.medicationCodeableConcept = drug.code;
      delete resource.medicationReference;
    }
  }
  return bundle;
}

function readLibraries(folder) {
  return fs.readdirSync(folder).map(file => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')));
}

function readLines(file) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line)
    .map(line => JSON.parse(line));
}

main(process.argv[2]).catch(error => {
  console.error(error);
  process.exitCode = 1;
});
