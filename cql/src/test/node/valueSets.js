'use strict';

/* Lists the codes of value sets that enumerate them, or that include value sets that do. */

function codesByValueSet(valueSets) {
  const byUrl = new Map(valueSets.map(valueSet => [valueSet.url, valueSet]));
  return Object.fromEntries(
    valueSets.map(valueSet => [valueSet.url, { [valueSet.version || '']: codesOf(valueSet, byUrl) }])
  );
}

function codesOf(valueSet, byUrl) {
  return valueSet.compose.include.flatMap(include => {
    if (include.filter || valueSet.compose.exclude || (include.valueSet && include.concept)) {
      throw new Error(valueSet.url + ' does more than list codes and include value sets.');
    }
    const listed = (include.concept || []).map(concept => ({ code: concept.code, system: include.system }));
    const included = (include.valueSet || []).map(canonical => canonical.split('|')[0]);
    return listed.concat(...included.map(url => codesOf(byUrl.get(url), byUrl)));
  });
}

module.exports = { codesByValueSet };
