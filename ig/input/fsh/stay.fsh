Profile: RespopStay
Parent: Encounter
Id: respop-stay
Title: "Hospital stay"
Description: "A hospital stay as the PMSI describes it [séjour PMSI]: one Encounter for the whole stay, one Condition a diagnosis. It keeps the rules of fr-core-encounter 2.2.0."
* insert ConformanceMetadata
* identifier 1..*
* identifier.type 1..1
* identifier.system 1..1
* identifier.value 1..1
* class.system 1..1
* class.code 1..1
* class ^short = "IMP with at least one night, AMB without"
* subject 1..1
* subject only Reference(Patient)
* period 1..1
* period.start 1..1
* account 0..1
* hospitalization.preAdmissionIdentifier 0..0
* hospitalization.admitSource.coding.system 1..1
* hospitalization.admitSource.coding.system = "https://respop.org/fhir/CodeSystem/respop-pmsi-mode"
* hospitalization.admitSource.coding.code 1..1
* hospitalization.admitSource ^short = "PMSI mode of entry and origin: 85 is through the emergency department"
* hospitalization.dischargeDisposition.coding.system 1..1
* hospitalization.dischargeDisposition.coding.system = "https://respop.org/fhir/CodeSystem/respop-pmsi-mode"
* hospitalization.dischargeDisposition.coding.code 1..1
* hospitalization.dischargeDisposition ^short = "PMSI mode of exit and destination"
* diagnosis.use 1..1
* diagnosis.use.coding.system 1..1
* diagnosis.use.coding.system = "https://respop.org/fhir/CodeSystem/respop-diagnosis-use"
* diagnosis.use.coding.code 1..1
* diagnosis.use ^short = "DP principal, DR related, DAS significant associated, DAD documentary"
* obeys respop-stay-1

Invariant: respop-stay-1
Description: "A stay has at most one principal and one related diagnosis: give the others the use DAS or DAD."
Severity: #error
Expression: "diagnosis.where(use.coding.code = 'DP').count() <= 1 and diagnosis.where(use.coding.code = 'DR').count() <= 1"
