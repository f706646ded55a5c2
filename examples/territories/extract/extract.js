'use strict'

const fs = require('fs')
const path = require('path')
const communes = require('@etalab/decoupage-administratif/data/communes.json')
const epci = require('@etalab/decoupage-administratif/data/epci.json')

const target = path.join(__dirname, '../src/main/resources/fr/respop/territories/communes')

// The programme's own lists of postal codes are not public: these rules approximate them.
const sezanneSudOuestMarnais = '200066835'
const cornouaille = [
  '200068120', // Quimper Bretagne Occidentale
  '242900769', // Concarneau Cornouaille Agglomération
  '242900702', // Pays Bigouden Sud
  '242900710', // Haut Pays Bigouden
  '242900660', // Pays Fouesnantais
  '242900645', // Douarnenez Communauté
  '242900629', // Cap Sizun - Pointe du Raz
  '242900561' // Haute Cornouaille
]

const inDepartment = code => commune => commune.departement === code
const inEpci = (...codes) => {
  const members = new Set(epci.filter(e => codes.includes(e.code)).flatMap(e => e.membres.map(m => m.code)))
  return commune => members.has(commune.code)
}

const inAube = inDepartment('10')
const inSezannais = inEpci(sezanneSudOuestMarnais)
const territories = {
  'aube-et-sezannais': commune => inAube(commune) || inSezannais(commune),
  cornouaille: inEpci(...cornouaille),
  'deux-sevres': inDepartment('79'),
  douaisis: commune => commune.arrondissement === '593',
  'haute-saone': inDepartment('70')
}

const claims = new Map()
fs.mkdirSync(target, {recursive: true})
for (const [id, belongs] of Object.entries(territories)) {
  const members = communes
    .filter(commune => commune.type === 'commune-actuelle' && commune.codesPostaux && belongs(commune))
    .sort((a, b) => a.code.localeCompare(b.code))
  for (const code of new Set(members.flatMap(commune => commune.codesPostaux))) {
    if (claims.has(code)) throw new Error(`Postal code ${code} is claimed by ${claims.get(code)} and ${id}`)
    claims.set(code, id)
  }
  const lines = members.map(c => [c.code, c.nom, [...c.codesPostaux].sort().join(' '), c.population].join(','))
  fs.writeFileSync(path.join(target, `${id}.csv`), ['code,name,postal_codes,population', ...lines, ''].join('\n'))
  const residents = members.reduce((sum, commune) => sum + commune.population, 0)
  console.log(`${id}: ${members.length} communes, ${residents} residents`)
}
