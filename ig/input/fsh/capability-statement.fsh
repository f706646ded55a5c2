// What a server must offer to be used as this guide describes. RequirementsIT of the server compares it with /metadata.

RuleSet: StoredResource(type)
* rest.resource[+].type = #{type}
* rest.resource[=].interaction[+].code = #read
* rest.resource[=].interaction[+].code = #vread
* rest.resource[=].interaction[+].code = #search-type
* rest.resource[=].interaction[+].code = #create
* rest.resource[=].interaction[+].code = #update

RuleSet: ProfiledResource(type, profile)
* insert StoredResource({type})
* rest.resource[=].supportedProfile = "https://respop.org/fhir/StructureDefinition/{profile}"

RuleSet: ContentResource(type)
* rest.resource[+].type = #{type}
* rest.resource[=].interaction[+].code = #read
* rest.resource[=].interaction[+].code = #search-type

RuleSet: SearchBy(name, type)
* rest.resource[=].searchParam[+].name = "{name}"
* rest.resource[=].searchParam[=].definition = "https://respop.org/fhir/SearchParameter/{name}-search"
* rest.resource[=].searchParam[=].type = #{type}

RuleSet: Offers(name, definition)
* rest.resource[=].operation[+].name = "{name}"
* rest.resource[=].operation[=].definition = "https://respop.org/fhir/OperationDefinition/{definition}"

RuleSet: Topic(code)
* rest.resource[=].extension[+].url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/capabilitystatement-subscriptiontopic-canonical"
* rest.resource[=].extension[=].valueCanonical = "https://respop.org/fhir/SubscriptionTopic/{code}"

Instance: respop-server
InstanceOf: CapabilityStatement
Usage: #definition
* insert CanonicalMetadata(CapabilityStatement, respop-server)
* name = "RespopServer"
* title = "Respop server"
* insert French(title, [[Serveur Respop]])
* description = "What a server must offer to be used as this guide describes: the programme's resources, search parameters and operations."
* kind = #requirements
* fhirVersion = #4.0.1
* format[+] = #json
* implementationGuide = "https://respop.org/fhir/ImplementationGuide/org.respop.fhir"
* rest.mode = #server
* rest.documentation = "A server may offer more; its own CapabilityStatement (GET [base]/metadata) says what."
* rest.interaction.code = #transaction
// The territory and its residents.
* insert ProfiledResource(Organization, respop-territory)
* insert SearchBy(respop-postal-code, token)
* insert Offers(work-list, respop-work-list)
* insert ProfiledResource(Patient, respop-resident)
* insert SearchBy(respop-territory, reference)
* insert Offers(stratify, respop-stratify)
* insert Offers(include, respop-include)
* insert Offers(withdraw, respop-withdraw)
* insert Offers(close, respop-close)
* insert ProfiledResource(Group, respop-target-population)
* rest.resource[=].supportedProfile[+] = "https://respop.org/fhir/StructureDefinition/respop-included-population"
* insert Offers(stratify, respop-stratify)
* insert Offers(estimate-savings, respop-estimate-savings)
* insert Offers(deployment, respop-deployment)
* insert Offers(report-month, respop-report-month)
* insert ProfiledResource(RiskAssessment, respop-stratum)
* insert Offers(confirm, respop-confirm)
* insert ProfiledResource(Encounter, respop-stay)
// The team, and what an inclusion stores; the EpisodeOfCare itself is made by the operations only.
* insert StoredResource(Practitioner)
* insert Offers(work-list, respop-work-list)
* insert StoredResource(PractitionerRole)
* insert Offers(work-list, respop-work-list)
* insert ContentResource(EpisodeOfCare)
* rest.resource[=].supportedProfile = "https://respop.org/fhir/StructureDefinition/respop-inclusion"
* insert ProfiledResource(Consent, respop-objection)
* insert SearchBy(respop-objection, token)
* insert StoredResource(CareTeam)
* insert StoredResource(CarePlan)
* insert StoredResource(Communication)
* insert StoredResource(DocumentReference)
* insert StoredResource(Provenance)
// Who is told what happens. The operations and the profile are those of the guide Subscriptions R5 Backport.
* insert StoredResource(Subscription)
* rest.resource[=].supportedProfile = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription"
* insert Topic(stratum-proposed)
* insert Topic(stratum-confirmed)
* insert Topic(resident-included)
* insert Topic(gap-opened)
* insert Topic(emergency-admission)
* rest.resource[=].operation[+].name = "status"
* rest.resource[=].operation[=].definition = "http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-status"
* rest.resource[=].operation[+].name = "events"
* rest.resource[=].operation[=].definition = "http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-events"
* insert Offers(dead-letters, respop-dead-letters)
// What the clinical logic reads.
* insert StoredResource(Condition)
* insert StoredResource(FamilyMemberHistory)
* insert StoredResource(Goal)
* insert StoredResource(Immunization)
* insert StoredResource(MedicationDispense)
* insert StoredResource(MedicationRequest)
* insert StoredResource(MedicationStatement)
* insert StoredResource(Observation)
* insert StoredResource(Procedure)
* insert StoredResource(QuestionnaireResponse)
* insert StoredResource(ServiceRequest)
// The content, and what is asked of it.
* insert ContentResource(Library)
* insert Offers(evaluate, respop-library-evaluate)
* insert ContentResource(Measure)
* insert Offers(evaluate-measure, respop-evaluate-measure)
* insert Offers(care-gaps, respop-care-gaps)
* insert ContentResource(MeasureReport)
* insert ContentResource(PlanDefinition)
* insert Offers(apply, respop-plan-apply)
* insert ContentResource(ActivityDefinition)
* insert ContentResource(Questionnaire)
* insert ContentResource(CodeSystem)
* insert ContentResource(ValueSet)
* insert ContentResource(ConceptMap)
* insert ContentResource(StructureDefinition)
* insert ContentResource(ImplementationGuide)
* insert Offers(install, respop-install)
