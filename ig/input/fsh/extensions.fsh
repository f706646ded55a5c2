Extension: RespopResidenceTerritory
Id: respop-residence-territory
Title: "Territory of residence"
Description: "The territory [territoire] a resident belongs to. The server derives it from the postal code of the resident's home address at every write; what a client sends here is replaced."
Context: Patient
* insert ConformanceMetadata
* value[x] only Reference(RespopTerritory)
* value[x] 1..1

Extension: RespopPostalCode
Id: respop-postal-code
Title: "Postal code of the territory"
Description: "One postal code [code postal] of the territory: five characters, never a number. Two territories never share one."
Context: Organization
* insert ConformanceMetadata
* value[x] only string
* value[x] 1..1
* valueString obeys respop-postal-code-1

Extension: RespopPmsiGeographicCode
Id: respop-pmsi-geographic-code
Title: "PMSI geographic code of the territory"
Description: "One PMSI geographic code [code géographique PMSI] of the territory, as found in anonymous hospital stays: the postal code where it is populated enough, else a grouping such as 2AC14."
Context: Organization
* insert ConformanceMetadata
* value[x] only string
* value[x] 1..1
* valueString obeys respop-pmsi-geographic-code-1

Extension: RespopCriterion
Id: respop-criterion
Title: "Criterion that fired"
Description: "One criterion of the stratification that the resident meets, by its code."
Context: RiskAssessment.prediction
* insert ConformanceMetadata
* value[x] only Coding
* value[x] 1..1
* valueCoding.system 1..1
* valueCoding.code 1..1

Extension: RespopComputedBy
Id: respop-computed-by
Title: "Library that computed it"
Description: "The Library, with its version, that computed this assessment: the same library and the same data give the same stratum."
Context: RiskAssessment
* insert ConformanceMetadata
* value[x] only canonical
* value[x] 1..1
* valueCanonical ^type.targetProfile = "http://hl7.org/fhir/StructureDefinition/Library"

Extension: RespopProvisional
Id: respop-provisional
Title: "Provisional stratum"
Description: "True when data are missing, so that the stratum may change as soon as they arrive."
Context: RiskAssessment
* insert ConformanceMetadata
* value[x] only boolean
* value[x] 1..1

Extension: RespopMissingData
Id: respop-missing-data
Title: "Missing data"
Description: "One kind of data that was looked for and not found when the stratum was computed."
Context: RiskAssessment
* insert ConformanceMetadata
* value[x] only Coding
* value[x] 1..1
* valueCoding.system 1..1
* valueCoding.system = "https://respop.org/fhir/CodeSystem/respop-missing-data"
* valueCoding.code 1..1

Extension: RespopComputedStratum
Id: respop-computed-stratum
Title: "Computed stratum"
Description: "The stratum that was computed, where the practitioner decided on another one. The server keeps it, so that the same proposal is not made again."
Context: RiskAssessment
* insert ConformanceMetadata
* value[x] only Coding
* value[x] 1..1
* valueCoding.system 1..1
* valueCoding.system = "https://respop.org/fhir/CodeSystem/respop-stratum"
* valueCoding.code 1..1

Extension: RespopPreviousAssessment
Id: respop-previous-assessment
Title: "Previous assessment"
Description: "The proposal or decision that a new proposal follows. A note of the new one says how they differ."
Context: RiskAssessment
* insert ConformanceMetadata
* value[x] only Reference(RespopStratum)
* value[x] 1..1

Invariant: respop-postal-code-1
Description: "A postal code has five characters: digits, with the leading zero kept (write 01000, not 1000)."
Severity: #error
Expression: "$this.matches('^[0-9]{5}$')"

Invariant: respop-pmsi-geographic-code-1
Description: "A PMSI geographic code has five characters, capitals and digits: a postal code (25000) or a grouping (25C04, 2AC14). Keep leading zeros."
Severity: #error
Expression: "$this.matches('^[0-9][0-9A-Z]{4}$')"

Extension: RespopCareGap
Id: respop-care-gap
Title: "Expressions of a follow-up gap"
Description: "On the measure of a follow-up item [acte de suivi]: the expressions of its library that say how a resident stands with the item. $care-gaps reports them."
Context: Measure
* insert ConformanceMetadata
* extension contains
    status 1..1 and
    lastDone 1..1 and
    due 1..1 and
    recommendedDue 0..1 and
    evidence 0..1
* extension[status] ^short = "Name of the expression of the DEQM gap status (String)"
* extension[status].value[x] only string
* extension[lastDone] ^short = "Name of the expression of the day the item was last done (Date)"
* extension[lastDone].value[x] only string
* extension[due] ^short = "Name of the expression of the day by which the item is due (Date)"
* extension[due].value[x] only string
* extension[recommendedDue] ^short = "Name of the expression of the day by which the item is recommended (Date): not later than the day it is due"
* extension[recommendedDue].value[x] only string
* extension[evidence] ^short = "Name of the expression of the events of the day the item was last done (List of Reference)"
* extension[evidence].value[x] only string

Extension: RespopLastDone
Id: respop-last-done
Title: "Day the item was last done"
Description: "The day on which a follow-up item was last done; absent if it never was."
Context: DetectedIssue
* insert ConformanceMetadata
* value[x] only date
* value[x] 1..1

Extension: RespopDue
Id: respop-due
Title: "Day by which the item is due"
Description: "The day by which a follow-up item is to be done."
Context: DetectedIssue
* insert ConformanceMetadata
* value[x] only date
* value[x] 1..1

Extension: RespopRecommendedDue
Id: respop-recommended-due
Title: "Day by which the item is recommended"
Description: "The day by which a follow-up item is recommended: not later than the day it is due, and earlier where the pathway prints a range of frequencies."
Context: DetectedIssue
* insert ConformanceMetadata
* value[x] only date
* value[x] 1..1

Extension: RespopPackageDigest
Id: respop-package-digest
Title: "Digest of the installed package"
Description: "SHA-256 of the package that this Implementation Guide was installed from, in hexadecimal. A server sets it, to tell an equal package from a changed one."
Context: ImplementationGuide
* insert ConformanceMetadata
* value[x] only string
* value[x] 1..1

Extension: RespopPackageInstaller
Id: respop-package-installer
Title: "Who installed the package"
Description: "server: the server did when it started. client: a client did, by $install; then the server replaces the package only by one of a higher version. A server sets it."
Context: ImplementationGuide
* insert ConformanceMetadata
* value[x] only code
* value[x] 1..1

Extension: RespopReportErrors
Id: respop-report-errors
Title: "Residents who could not be evaluated"
Description: "Refers to the contained OperationOutcome with one issue for each resident who could not be evaluated. These residents are in no count of the report."
Context: MeasureReport
* insert ConformanceMetadata
* value[x] only Reference(OperationOutcome)
* value[x] 1..1

Extension: RespopFailedSubject
Id: respop-failed-subject
Title: "Resident who could not be evaluated"
Description: "The resident whom an issue is about."
Context: OperationOutcome.issue
* insert ConformanceMetadata
* value[x] only Reference(Patient)
* value[x] 1..1

Extension: RespopTerritoryResidents
Id: respop-territory-residents
Title: "Residents of the territory"
Description: "How many residents of the territory the server knew when it made the report, of the target population or not: the number on which expected numbers rest."
Context: MeasureReport
* insert ConformanceMetadata
* value[x] only integer
* value[x] 1..1
