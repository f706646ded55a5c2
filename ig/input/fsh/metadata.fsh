// What every canonical resource says of itself. Dates are written by hand: compiling twice gives the same bytes.

RuleSet: ConformanceMetadata
* ^version = "0.1.0"
* ^status = #active
* ^experimental = true
* ^date = "2026-11-21"
* ^publisher = "Respop"
* ^jurisdiction = urn:iso:std:iso:3166#FR "France"

RuleSet: CanonicalMetadata(type, id)
* id = "{id}"
* url = "https://respop.org/fhir/{type}/{id}"
* version = "0.1.0"
* name = "{id}"
* status = #active
* experimental = true
* date = "2026-11-21"
* publisher = "Respop"
* jurisdiction = urn:iso:std:iso:3166#FR "France"

RuleSet: French(path, text)
* {path}.extension[+].url = $translation
* {path}.extension[=].extension[+].url = "lang"
* {path}.extension[=].extension[=].valueCode = #fr
* {path}.extension[=].extension[+].url = "content"
* {path}.extension[=].extension[=].valueString = "{text}"

RuleSet: CpgKnowledge
* extension[+].url = $knowledgeCapability
* extension[=].valueCode = #shareable
* extension[+].url = $knowledgeCapability
* extension[=].valueCode = #computable
* extension[+].url = $knowledgeCapability
* extension[=].valueCode = #executable
* extension[+].url = $representationLevel
* extension[=].valueCode = #structured
