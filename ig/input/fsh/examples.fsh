// Fictional throughout: test identifiers, postal codes that no place has. Ids start with example-, so that none of
// them is taken for content.

Instance: example-territory
InstanceOf: RespopTerritory
Usage: #example
Title: "A territory"
Description: "A fictional territory of two postal codes; the smaller commune has a grouped PMSI code."
* active = true
* type = $organizationType#territory
* name = "Territoire fictif"
* extension[postalCode][+].valueString = "99901"
* extension[postalCode][+].valueString = "99902"
* extension[pmsiGeographicCode][+].valueString = "99901"
* extension[pmsiGeographicCode][+].valueString = "99C02"

RuleSet: TargetPopulationOf(programme)
* active = true
* type = #person
* actual = false
* characteristic[territory].code = $groupCharacteristic#territory
* characteristic[territory].valueReference = Reference(example-territory)
* characteristic[territory].exclude = false
* characteristic[programme].code = $groupCharacteristic#programme
* characteristic[programme].valueCodeableConcept = $programme#{programme}
* characteristic[programme].exclude = false

Instance: example-diabetes
InstanceOf: RespopTargetPopulation
Usage: #example
Title: "Target population, diabetes"
Description: "The residents of the fictional territory concerned by the diabetes programme."
* name = "Diabète, territoire fictif"
* insert TargetPopulationOf(diabetes)

Instance: example-heart-failure
InstanceOf: RespopTargetPopulation
Usage: #example
Title: "Target population, heart failure"
Description: "The residents of the fictional territory concerned by the heart failure programme."
* name = "Insuffisance cardiaque, territoire fictif"
* insert TargetPopulationOf(heart-failure)

Instance: example-resident
InstanceOf: RespopResident
Usage: #example
Title: "A resident"
Description: "A resident with a test identity number and a hospital number; the identity is validated."
* extension[residenceTerritory].valueReference = Reference(example-territory)
* extension[1].url = $frIdentityReliability
* extension[1].extension.url = "identityStatus"
* extension[1].extension.valueCoding = $frIdentityStatus#VALI
* extension[2].url = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace"
* extension[2].valueAddress.extension.url = $frInseeCode
* extension[2].valueAddress.extension.valueCoding = $communes#10387
* extension[2].valueAddress.city = "Troyes"
* identifier[insNirTest].use = #official
* identifier[insNirTest].type = $frIdentifierType#INS-NIR-TEST
* identifier[insNirTest].system = "urn:oid:1.2.250.1.213.1.4.10"
* identifier[insNirTest].value = "258051038704257"
* identifier[hospitalNumber].use = #secondary
* identifier[hospitalNumber].type = $v2-0203#PI
* identifier[hospitalNumber].system = "https://hopital.example.org/ipp"
* identifier[hospitalNumber].value = "0001234"
* active = true
* name[official].use = #official
* name[official].family = "EXEMPLE"
* name[official].given = "Jeanne"
* name[official].extension.url = $frBirthGivenNames
* name[official].extension.valueString = "Jeanne Marie"
* telecom.system = #phone
* telecom.value = "+33 1 99 00 00 00"
* gender = #female
* birthDate = "1958-05-14"
* address.use = #home
* address.line = "1 rue du Pont"
* address.city = "Villefictive"
* address.postalCode = "99901"
* address.country = "FRA"

Instance: example-stay-diagnosis
InstanceOf: Condition
Usage: #example
Title: "Principal diagnosis of a stay"
Description: "Type 2 diabetes, coded in the French CIM-10 with five characters and in ICD-10 with four."
* clinicalStatus = $clinicalStatus#active
* verificationStatus = $verificationStatus#confirmed
* code.coding[+] = $cim10#E11.98
* code.coding[+] = $icd10#E11.9
* subject = Reference(example-resident)
* encounter = Reference(example-stay)
* recordedDate = "2025-03-07"

Instance: example-stay
InstanceOf: RespopStay
Usage: #example
Title: "A hospital stay"
Description: "Three nights, admitted through the emergency department, with diabetes as principal diagnosis."
* identifier.type = $frVisitIdentifierType#VN
* identifier.system = "https://hopital.example.org/sejours"
* identifier.value = "2025000123"
* status = #finished
* class = $v3-actCode#IMP
* subject = Reference(example-resident)
* period.start = "2025-03-04"
* period.end = "2025-03-07"
* diagnosis.condition = Reference(example-stay-diagnosis)
* diagnosis.use = $diagnosisUse#DP
* hospitalization.admitSource = $pmsiMode#85
* hospitalization.dischargeDisposition = $pmsiMode#8

Instance: example-stratum
InstanceOf: RespopStratum
Usage: #example
Title: "A proposed stratum"
Description: "Stratum 2, proposed on one unplanned stay for diabetes; provisional, because two results are missing."
* extension[computedBy].valueCanonical = "https://respop.org/fhir/Library/DiabetesStrata|0.1.0"
* extension[provisional].valueBoolean = true
* extension[missingData][+].valueCoding = $missingData#hba1c
* extension[missingData][+].valueCoding = $missingData#fundus
* status = #preliminary
* method.text = "DiabetesStrata 0.1.0"
* code = $programme#diabetes
* subject = Reference(example-resident)
* occurrenceDateTime = "2025-12-31"
* basis = Reference(example-stay)
* prediction.extension[criterion][+].valueCoding = $diabetesCriterion#D2.4
* prediction.extension[criterion][+].valueCoding = $diabetesCriterion#D2.6
* prediction.qualitativeRisk = $stratum#diabetes-2
* prediction.rationale = "D2.4, D2.6"

Instance: example-confirmed-stratum
InstanceOf: RespopStratum
Usage: #example
Title: "A confirmed stratum"
Description: "The proposal, confirmed by the general practitioner: final, with the practitioner as performer."
* extension[computedBy].valueCanonical = "https://respop.org/fhir/Library/DiabetesStrata|0.1.0"
* status = #final
* method.text = "DiabetesStrata 0.1.0"
* code = $programme#diabetes
* subject = Reference(example-resident)
* occurrenceDateTime = "2025-12-31"
* performer.type = "Practitioner"
* performer.display = "Médecin traitant"
* basis = Reference(example-stay)
* prediction.extension[criterion].valueCoding = $diabetesCriterion#D2.4
* prediction.qualitativeRisk = $stratum#diabetes-2
* prediction.rationale = "D2.4"

Instance: example-objection
InstanceOf: RespopObjection
Usage: #example
Title: "An objection"
Description: "The fictional resident objects to the programme, without an end."
* status = #active
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category = http://loinc.org#59284-0
* patient = Reference(example-resident)
* dateTime = "2026-11-02"
* policy.uri = "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
* provision.type = #deny

Instance: example-gap
InstanceOf: DetectedIssue
Usage: #example
Title: "A follow-up gap"
Description: "The fundus was last examined in March 2023 and is overdue, as $care-gaps reports it."
* modifierExtension.url = "http://hl7.org/fhir/uv/deqm/StructureDefinition/deqm-gapStatus"
* modifierExtension.valueCodeableConcept = http://hl7.org/fhir/uv/deqm/CodeSystem/deqm-gaps-status#open-gap
* extension[+].url = "https://respop.org/fhir/StructureDefinition/respop-last-done"
* extension[=].valueDate = "2023-03-07"
* extension[+].url = "https://respop.org/fhir/StructureDefinition/respop-due"
* extension[=].valueDate = "2025-03-07"
* status = #final
* code.coding[+] = $v3-actCode#CAREGAP
* code.coding[+] = $followUpItem#fundus
* patient = Reference(example-resident)

Instance: example-report-errors
InstanceOf: OperationOutcome
Usage: #inline
* issue.extension.url = "https://respop.org/fhir/StructureDefinition/respop-failed-subject"
* issue.extension.valueReference = Reference(example-resident)
* issue.severity = #error
* issue.code = #exception
* issue.details.text = "Patient/example-resident is not counted"

Instance: example-report
InstanceOf: MeasureReport
Usage: #example
Title: "A report with a resident who could not be evaluated"
Description: "An analyst's own measure on the fictional territory. One resident is in no count; the contained OperationOutcome names them."
* contained = example-report-errors
* extension.url = "https://respop.org/fhir/StructureDefinition/respop-report-errors"
* extension.valueReference = Reference(example-report-errors)
* status = #error
* type = #summary
* measure = "https://example.org/fhir/Measure/AnalystsMeasure|1.0.0"
* subject = Reference(example-diabetes)
* period.start = "2025-01-01"
* period.end = "2025-12-31"
* group.population.code = $population#initial-population
* group.population.count = 0
