// Standards.
Alias: $translation = http://hl7.org/fhir/StructureDefinition/translation
Alias: $populationBasis = http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-populationBasis
Alias: $knowledgeCapability = http://hl7.org/fhir/uv/cpg/StructureDefinition/cpg-knowledgeCapability
Alias: $representationLevel = http://hl7.org/fhir/uv/cpg/StructureDefinition/cpg-knowledgeRepresentationLevel
Alias: $commonProcess = http://hl7.org/fhir/uv/cpg/CodeSystem/cpg-common-process-cs
Alias: $planType = http://terminology.hl7.org/CodeSystem/plan-definition-type
Alias: $scoring = http://terminology.hl7.org/CodeSystem/measure-scoring
Alias: $measureType = http://terminology.hl7.org/CodeSystem/measure-type
Alias: $population = http://terminology.hl7.org/CodeSystem/measure-population
Alias: $improvement = http://terminology.hl7.org/CodeSystem/measure-improvement-notation
Alias: $measureDataUsage = http://terminology.hl7.org/CodeSystem/measure-data-usage
Alias: $v2-0203 = http://terminology.hl7.org/CodeSystem/v2-0203
Alias: $v3-actCode = http://terminology.hl7.org/CodeSystem/v3-ActCode
Alias: $clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical
Alias: $verificationStatus = http://terminology.hl7.org/CodeSystem/condition-ver-status

// France.
Alias: $frIdentifierType = https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203
Alias: $frVisitIdentifierType = https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-identifier-type
Alias: $frIdentityStatus = https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0445
Alias: $frIdentityReliability = https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability
Alias: $frInseeCode = https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code
Alias: $frBirthGivenNames = https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-birth-list-given-name
Alias: $communes = https://mos.esante.gouv.fr/NOS/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM
Alias: $cim10 = https://smt.esante.gouv.fr/terminologie-cim-10
Alias: $icd10 = http://hl7.org/fhir/sid/icd-10

// Respop: these code systems are in /terminology.
Alias: $programme = https://respop.org/fhir/CodeSystem/respop-programme
Alias: $stratum = https://respop.org/fhir/CodeSystem/respop-stratum
Alias: $diabetesCriterion = https://respop.org/fhir/CodeSystem/respop-diabetes-criterion
Alias: $followUpItem = https://respop.org/fhir/CodeSystem/respop-follow-up-item
Alias: $groupCharacteristic = https://respop.org/fhir/CodeSystem/respop-group-characteristic
Alias: $diagnosisUse = https://respop.org/fhir/CodeSystem/respop-diagnosis-use
Alias: $pmsiMode = https://respop.org/fhir/CodeSystem/respop-pmsi-mode
Alias: $missingData = https://respop.org/fhir/CodeSystem/respop-missing-data
Alias: $organizationType = https://respop.org/fhir/CodeSystem/respop-organization-type
Alias: $inclusionChannel = https://respop.org/fhir/CodeSystem/respop-inclusion-channel
Alias: $inclusionEnd = https://respop.org/fhir/CodeSystem/respop-inclusion-end
Alias: $measureTopic = https://respop.org/fhir/CodeSystem/respop-measure-topic
