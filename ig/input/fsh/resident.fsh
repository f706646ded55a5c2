// This profile restates the rules of fr-core-patient 2.2.0 it relies on, so that it compiles and validates without the
// FR Core package. FR Core's own extensions stay open: they cannot be sliced without their definitions.

RuleSet: IdentifierSlice(slice, type, system, short)
* identifier[{slice}] ^short = "{short}"
* identifier[{slice}].use 1..1
* identifier[{slice}].type 1..1
* identifier[{slice}].type = {type}
* identifier[{slice}].system 1..1
* identifier[{slice}].system = "{system}"
* identifier[{slice}].value 1..1
* identifier[{slice}].value obeys respop-ins-1

Profile: RespopResident
Parent: Patient
Id: respop-resident
Title: "Resident"
Description: "A resident [résident]: a person known to the server. The postal code of the home address decides the territory; a person of no territory is accepted, without one."
* insert ConformanceMetadata
* extension contains RespopResidenceTerritory named residenceTerritory 0..1
* extension[residenceTerritory] ^short = "Territory of residence, derived by the server"
* extension ^comment = "FR Core extensions are expected here, above all fr-core-identity-reliability [statut de confiance] and the standard patient-birthPlace."
* identifier 1..*
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "type"
* identifier ^slicing.rules = #open
* identifier ^slicing.description = "By type, as in fr-core-patient."
* identifier contains insNir 0..* and insNia 0..* and insNirTest 0..1 and insNirDemo 0..1 and hospitalNumber 0..*
* insert IdentifierSlice(insNir, $frIdentifierType#INS-NIR, urn:oid:1.2.250.1.213.1.4.8, Permanent national identity [matricule INS])
* insert IdentifierSlice(insNia, $frIdentifierType#INS-NIA, urn:oid:1.2.250.1.213.1.4.9, Temporary national identity [matricule INS])
* insert IdentifierSlice(insNirTest, $frIdentifierType#INS-NIR-TEST, urn:oid:1.2.250.1.213.1.4.10, National identity for tests)
* identifier[insNirTest].use = #official
* insert IdentifierSlice(insNirDemo, $frIdentifierType#INS-NIR-DEMO, urn:oid:1.2.250.1.213.1.4.11, National identity for demonstrations)
* identifier[insNirDemo].use = #official
* identifier[hospitalNumber].type 1..1
* identifier[hospitalNumber].type = $v2-0203#PI
* identifier[hospitalNumber].use 1..1
* identifier[hospitalNumber].system 1..1
* identifier[hospitalNumber].value 1..1
* identifier[hospitalNumber] ^short = "Patient number of a hospital [IPP]"
* identifier[hospitalNumber] obeys respop-hospital-number-1
* name 1..*
* name ^slicing.discriminator.type = #value
* name ^slicing.discriminator.path = "use"
* name ^slicing.rules = #open
* name ^slicing.description = "By use, as in fr-core-patient."
* name contains official 0..*
* name[official].use 1..1
* name[official].use = #official
* name[official].family 1..1
* name[official].given 1..*
* name[official] ^short = "Birth name [nom de naissance] and first names"
* name.prefix 0..1
* telecom.system 1..1
* telecom.value 1..1
* gender 1..1
* gender obeys respop-gender-1
* birthDate 1..1
* address.postalCode obeys respop-postal-code-1
* address.postalCode ^short = "Decides the territory of residence when the address is a home"
* address.extension ^comment = "The official code of the commune [code officiel géographique] goes in the FR Core extension fr-core-address-insee-code. It is not the postal code."
* generalPractitioner ^short = "General practitioner [médecin traitant]"

Invariant: respop-gender-1
Description: "In France the gender is male, female or unknown: send unknown where it is neither male nor female."
Severity: #error
Expression: "$this = 'male' or $this = 'female' or $this = 'unknown'"

Invariant: respop-ins-1
Description: "A national identity number has 15 characters: 13 and the two digits of its key, without spaces (Corsica: 2A or 2B as department)."
Severity: #error
Expression: "$this.matches('^[0-9]{5}[0-9][0-9AB][0-9]{8}$')"

Invariant: respop-hospital-number-1
Description: "A hospital's patient number is not the official identity: give it the use usual, secondary, temp or old."
Severity: #error
Expression: "use != 'official'"
