'use strict';

/*
 * A CQL value as JSON, in the form that NormalForm.java gives it too, so that the answers of two engines can be compared:
 * a resource is its reference, a FHIR primitive its value, a Reference its reference; a date or time is its ISO text,
 * times of at least a second's precision in UTC; a Decimal has at most eight decimal places.
 */

const PLACES = 1e8;

function normalForm(value) {
  if (value === null || value === undefined) {
    return null;
  }
  if (typeof value === 'number') {
    return Math.round(value * PLACES) / PLACES;
  }
  if (typeof value !== 'object') {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(normalForm);
  }
  if (value.isDateTime) {
    return dateTime(value);
  }
  if (value.isDate) {
    return value.toString();
  }
  if (value.isQuantity) {
    return { unit: value.unit || '1', value: normalForm(value.value) };
  }
  if (value.isInterval) {
    return { high: normalForm(value.high), highClosed: value.highClosed, low: normalForm(value.low), lowClosed: value.lowClosed };
  }
  if (value.isConcept) {
    return { codes: value.codes.map(normalForm) };
  }
  if (value.isCode) {
    return { code: value.code, system: value.system };
  }
  if (typeof value.getTypeInfo === 'function') {
    return fhir(value._json);
  }
  return object(value);
}

function dateTime(value) {
  return value.second === null ? value.toString().replace(/(Z|[+-]\d\d:\d\d)$/, '') : value.toJSDate().toISOString();
}

function fhir(json) {
  if (json === null || typeof json !== 'object') {
    return json;
  }
  if (json.resourceType) {
    return json.resourceType + '/' + json.id;
  }
  return json.reference === undefined ? object(json) : json.reference;
}

function object(value) {
  // Of an element of FHIR that CQL itself made the engine knows no type: a primitive has a value, a Reference a reference.
  const made = onlyField(value);
  if (made === 'value' || made === 'reference') {
    return normalForm(value[made]);
  }
  const entries = Object.keys(value)
    .sort()
    .map(name => [name, normalForm(value[name])]);
  return Object.fromEntries(entries);
}

function onlyField(value) {
  const fields = Object.keys(value);
  return fields.length === 1 ? fields[0] : null;
}

module.exports = { normalForm };
