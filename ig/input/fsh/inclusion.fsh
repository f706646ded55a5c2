// A resident who is included in a programme: the episode of care is the one truth, everything else hangs on it.

Profile: RespopInclusion
Parent: EpisodeOfCare
Id: respop-inclusion
Title: "Inclusion"
Description: "The inclusion [inclusion] of one resident in one programme: active from the consent and the general practitioner's confirmation of the stratum until the resident withdraws, moves, dies, or the programme ends."
* insert ConformanceMetadata
* obeys respop-inclusion-1 and respop-inclusion-2 and respop-inclusion-3
* extension contains
    RespopInclusionChannel named channel 1..1 and
    RespopInclusionConsent named consent 1..1 and
    RespopInclusionEnd named end 0..1
* type 1..1
* type ^short = "Programme"
* type.coding 1..1
* type.coding.system 1..1
* type.coding.system = "https://respop.org/fhir/CodeSystem/respop-programme"
* type.coding.code 1..1
* patient only Reference(Patient)
* managingOrganization ^short = "Territory of residence on the day of inclusion"
* period 1..1
* period.start 1..1
* careManager 1..1
* careManager ^short = "The general practitioner [médecin traitant] who included the resident"
* team 1..1
* team only Reference(CareTeam)

Invariant: respop-inclusion-1
Description: "A finished inclusion has the day of its end and the reason."
Severity: #error
Expression: "status = 'finished' implies (period.end.exists() and extension.where(url = 'https://respop.org/fhir/StructureDefinition/respop-inclusion-end').exists())"

Invariant: respop-inclusion-2
Description: "An active inclusion has no end."
Severity: #error
Expression: "status = 'active' implies (period.end.empty() and extension.where(url = 'https://respop.org/fhir/StructureDefinition/respop-inclusion-end').empty())"

Invariant: respop-inclusion-3
Description: "An inclusion is active, finished or entered-in-error."
Severity: #error
Expression: "status = 'active' or status = 'finished' or status = 'entered-in-error'"

Extension: RespopInclusionChannel
Id: respop-inclusion-channel
Title: "Inclusion channel"
Description: "The channel by which the resident came into the programme [canal d'inclusion]."
Context: EpisodeOfCare
* insert ConformanceMetadata
* value[x] only Coding
* value[x] 1..1
* valueCoding.system 1..1
* valueCoding.system = "https://respop.org/fhir/CodeSystem/respop-inclusion-channel"
* valueCoding.code 1..1

Extension: RespopInclusionConsent
Id: respop-inclusion-consent
Title: "Consent to the inclusion"
Description: "The consent of the resident under which the inclusion stands: when it is withdrawn, the inclusion ends."
Context: EpisodeOfCare
* insert ConformanceMetadata
* value[x] only Reference(Consent)
* value[x] 1..1

Extension: RespopInclusionEnd
Id: respop-inclusion-end
Title: "Reason for the end of an inclusion"
Description: "Why the inclusion ended [motif de fin]."
Context: EpisodeOfCare
* insert ConformanceMetadata
* value[x] only Coding
* value[x] 1..1
* valueCoding.system 1..1
* valueCoding.system = "https://respop.org/fhir/CodeSystem/respop-inclusion-end"
* valueCoding.code 1..1

Profile: RespopIncludedPopulation
Parent: Group
Id: respop-included-population
Title: "Included residents"
Description: "The included residents [patients inclus] of one programme in one territory: those with an active episode of care of the programme. Members are never listed, so that the Group is true whatever their number; evaluation finds them, and so does EpisodeOfCare?status=active&type=...."
* insert ConformanceMetadata
* active 1..1
* type = #person
* actual = false
* name 1..1
* quantity 0..0
* member 0..0
* characteristic 3..3
* characteristic ^slicing.discriminator.type = #value
* characteristic ^slicing.discriminator.path = "code"
* characteristic ^slicing.rules = #closed
* characteristic ^slicing.description = "One characteristic names the territory, one the programme, one says that the residents are included."
* characteristic contains territory 1..1 and programme 1..1 and included 1..1
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
* characteristic[included].code = $groupCharacteristic#included
* characteristic[included].value[x] only boolean
* characteristic[included].valueBoolean = true
* characteristic[included].exclude = false

// A resident who objects: nobody looks at the record unasked while that holds.

Profile: RespopObjection
Parent: Consent
Id: respop-objection
Title: "Objection"
Description: "The objection [opposition] of one resident to the programme: from when it is stored until it is inactive, or its period is over, the resident is in no population, is proposed no stratum and is not included (Respop definition, for the right to object of GDPR, article 21). A narrower objection is not taken."
* insert ConformanceMetadata
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* patient 1..1
* patient only Reference(Patient)
* policy ^short = "Under which the resident objects, such as the GDPR"
* provision 1..1
* provision.type 1..1
* provision.type = #deny
* provision.period ^short = "Its end, if there is one, is the last day on which the objection holds"
* provision.actor 0..0
* provision.action 0..0
* provision.securityLabel 0..0
* provision.purpose 0..0
* provision.class 0..0
* provision.code 0..0
* provision.dataPeriod 0..0
* provision.data 0..0
* provision.provision 0..0
