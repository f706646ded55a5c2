Profile: RespopTerritory
Parent: Organization
Id: respop-territory
Title: "Territory"
Description: "A territory [territoire] of the programme: the people who live under its postal codes are its residents, wherever they are treated."
* insert ConformanceMetadata
* active 1..1
* type 1..1
* type = $organizationType#territory
* name 1..1
* extension contains
    RespopPostalCode named postalCode 1..* and
    RespopPmsiGeographicCode named pmsiGeographicCode 0..*

Profile: RespopTargetPopulation
Parent: Group
Id: respop-target-population
Title: "Target population"
Description: "A target population [population-cible] by definition: the residents of one territory who are concerned by one programme. Members are never listed; evaluation finds them."
* insert ConformanceMetadata
* active 1..1
* type = #person
* actual = false
* name 1..1
* quantity 0..0
* member 0..0
* characteristic 2..2
* characteristic ^slicing.discriminator.type = #value
* characteristic ^slicing.discriminator.path = "code"
* characteristic ^slicing.rules = #closed
* characteristic ^slicing.description = "One characteristic names the territory, the other the programme."
* characteristic contains territory 1..1 and programme 1..1
* characteristic[territory].code = $groupCharacteristic#territory
* characteristic[territory].value[x] only Reference(RespopTerritory)
* characteristic[territory].exclude = false
* characteristic[programme].code = $groupCharacteristic#programme
* characteristic[programme].value[x] only CodeableConcept
* characteristic[programme].valueCodeableConcept.coding 1..1
* characteristic[programme].valueCodeableConcept.coding.system 1..1
* characteristic[programme].valueCodeableConcept.coding.system = "https://respop.org/fhir/CodeSystem/respop-programme"
* characteristic[programme].valueCodeableConcept.coding.code 1..1
* characteristic[programme].exclude = false

Profile: RespopStratum
Parent: RiskAssessment
Id: respop-stratum
Title: "Stratum"
Description: "The stratum [strate] of one resident in one programme: a proposal computed by the server (preliminary), until the general practitioner confirms it (final, with the practitioner as performer)."
* insert ConformanceMetadata
* obeys respop-stratum-1
* extension contains
    RespopProvisional named provisional 0..1 and
    RespopMissingData named missingData 0..* and
    RespopComputedBy named computedBy 0..1 and
    RespopComputedStratum named computedStratum 0..1 and
    RespopPreviousAssessment named previousAssessment 0..1
* extension[computedBy] ^short = "Library that computed the stratum, with its version"
* subject only Reference(Patient)
* occurrence[x] 1..1
* occurrence[x] only dateTime
* occurrence[x] ^short = "Evaluation date"
* code 1..1
* code ^short = "Programme"
* code.coding 1..1
* code.coding.system 1..1
* code.coding.system = "https://respop.org/fhir/CodeSystem/respop-programme"
* code.coding.code 1..1
* method 1..1
* method ^short = "Library and version, for people"
* method.text 1..1
* performer only Reference(Practitioner or PractitionerRole)
* basis ^short = "Evidence: the resources that made criteria fire"
* prediction 1..1
* prediction.extension contains RespopCriterion named criterion 0..*
* prediction.qualitativeRisk 1..1
* prediction.qualitativeRisk ^short = "Stratum"
* prediction.qualitativeRisk.coding 1..1
* prediction.qualitativeRisk.coding.system 1..1
* prediction.qualitativeRisk.coding.system = "https://respop.org/fhir/CodeSystem/respop-stratum"
* prediction.qualitativeRisk.coding.code 1..1
* prediction.rationale ^short = "Criteria that fired, for people"

Invariant: respop-stratum-1
Description: "A stratum is preliminary until a practitioner confirms it: give the practitioner as performer, or set the status to preliminary."
Severity: #error
Expression: "status = 'final' implies performer.exists()"
