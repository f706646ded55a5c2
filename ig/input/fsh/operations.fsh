// What the server adds to, or restricts in, the operations of the standards.

RuleSet: OperationMetadata(id, name, code)
* insert CanonicalMetadata(OperationDefinition, {id})
* name = "{name}"
* code = #{code}
* kind = #operation
* affectsState = false
* system = false

RuleSet: Parameter(name, use, min, max, type, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #{use}
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}
* parameter[=].documentation = "{documentation}"

RuleSet: RequiredPeriod
* insert Parameter(periodStart, in, 1, 1, string, [[First instant of the measurement period: a date or dateTime of any precision, in the server's time zone when it names none.]])
* insert Parameter(periodEnd, in, 1, 1, string, [[Last instant of the measurement period, taken as late as its precision allows: 2025 ends with 31 December. It is the evaluation date.]])

RuleSet: OptionalPeriod
* insert Parameter(periodStart, in, 0, 1, string, [[First instant of the measurement period: a date or dateTime of any precision. It prevails over the Measurement Period of parameters.]])
* insert Parameter(periodEnd, in, 0, 1, string, [[Last instant of the measurement period, taken as late as its precision allows. It is the evaluation date.]])
* insert Parameter(parameters, in, 0, 1, Parameters, [[Values of the CQL parameters, among them Measurement Period as a Period.]])

Instance: respop-evaluate-measure
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-evaluate-measure, EvaluateMeasure, evaluate-measure)
* title = "Evaluate a measure"
* description = "Evaluates a measure for one resident, for those of a Group, a practitioner or an organization, or for everybody. The target population is a Group by definition: the server finds its residents. An evaluation that fails answers an error, never a report of zeros."
* base = "http://hl7.org/fhir/OperationDefinition/Measure-evaluate-measure"
* resource = #Measure
* type = true
* instance = true
* insert Parameter(measure, in, 0, 1, canonical, [[The canonical of the measure, with or without its version. At the type level only, and there it is required.]])
* insert Parameter(subject, in, 0, 1, string, [[Patient/id; or whose residents: Group/id of a target population (territory and programme, no members) or of listed residents, Practitioner/id, PractitionerRole/id, Organization/id. Everybody when left out.]])
* insert Parameter(practitioner, in, 0, 1, string, [[Practitioner/id or PractitionerRole/id: of the residents of the subject, or of everybody, those of the practitioner.]])
* insert RequiredPeriod
* insert Parameter(reportType, in, 0, 1, code, [[subject, subject-list or population. When left out: subject for a Patient, population otherwise.]])
* insert Parameter(return, out, 1, 1, MeasureReport, [[The report.]])

Instance: respop-library-evaluate
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-library-evaluate, LibraryEvaluate, evaluate)
* title = "Evaluate a library"
* description = "Evaluates expressions of a CQL library for one resident: for example the stratum, its criteria and the missing data. A measurement period is required, in one of its two forms."
* resource = #Library
* type = true
* instance = true
* insert Parameter(url, in, 0, 1, canonical, [[The canonical of the library, with or without its version. At the type level only, and there it is required.]])
* insert Parameter(subject, in, 1, 1, string, [[The resident: Patient/id.]])
* insert Parameter(expression, in, 0, *, string, [[Names of the expressions to evaluate. All public ones when left out.]])
* insert OptionalPeriod
* insert Parameter(return, out, 1, 1, Parameters, [[One parameter an expression, named like it; a list gives one each element.]])

Instance: respop-care-gaps
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-care-gaps, CareGaps, care-gaps)
* title = "Gaps in care"
* description = "What is due, overdue, done or not applicable for one resident or for many, one document a resident, one DetectedIssue a follow-up item [acte de suivi], as DEQM describes it."
* resource = #Measure
* type = true
* instance = false
* insert RequiredPeriod
* insert Parameter(subject, in, 0, 1, string, [[The resident, Patient/id; or whose residents: Group/id, Practitioner/id, PractitionerRole/id, Organization/id. One of subject, practitioner and organization is required; of several, the residents of all at once.]])
* insert Parameter(practitioner, in, 0, 1, string, [[Whose residents: Practitioner/id or PractitionerRole/id.]])
* insert Parameter(organization, in, 0, 1, string, [[Whose residents: Organization/id.]])
* insert Parameter(status, in, 0, *, code, [[Which gaps to report: open-gap, prospective-gap, closed-gap, not-applicable. All when left out.]])
* insert Parameter(measureUrl, in, 0, *, canonical, [[Measures of follow-up items, by canonical. All installed ones when no measure is named.]])
* insert Parameter(measureId, in, 0, *, string, [[Measures of follow-up items, by id.]])
* insert Parameter(return, out, 0, *, Bundle, [[A gaps-in-care document a resident: a Composition, its MeasureReports and DetectedIssues.]])
* insert Parameter(errors, out, 0, 1, OperationOutcome, [[The residents who could not be evaluated, and why.]])

Instance: respop-plan-apply
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-plan-apply, PlanApply, apply)
* title = "Make the personal plan"
* description = "Applies the strategy of a stratum to a resident. The answer, which is not stored, is a CarePlan with its RequestGroup contained: one dated ServiceRequest an applicable follow-up item. Without a measurement period the plan is of today, on the last twelve months."
* base = "http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply"
* resource = #PlanDefinition
* type = true
* instance = true
* insert Parameter(canonical, in, 0, 1, canonical, [[The canonical of the PlanDefinition, with or without its version. At the type level only, and there it is required.]])
* insert Parameter(subject, in, 1, 1, string, [[The resident: Patient/id.]])
* insert Parameter(practitioner, in, 0, 1, string, [[Who asks for the plan: becomes its author and the requester of its activities.]])
* insert Parameter(organization, in, 0, 1, string, [[The organization that asks for the plan.]])
* insert OptionalPeriod
* insert Parameter(return, out, 1, 1, CarePlan, [[The personal plan, intent proposal.]])

Instance: respop-install
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-install, Install, install)
* title = "Install a content package"
* description = "Checks a FHIR package by the rules of the build and installs it on the running server, whole or not at all. What it changed is evaluated from the next request on. The body may also be the package itself, as application/gzip."
* affectsState = true
* resource = #ImplementationGuide
* type = true
* instance = false
* insert Parameter(npmContent, in, 1, 1, base64Binary, [[The package: the .tgz that the build makes.]])
* insert Parameter(return, out, 1, 1, OperationOutcome, [[What was created, updated, left as it was, and removed; or every broken rule.]])

Instance: respop-stratify
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-stratify, Stratify, stratify)
* title = "Compute strata now"
* description = "Computes the strata of a resident, or of all residents of a target population, as of now, and stores a proposal for each stratum that differs from what is known. The server does the same by itself when data change. A large target population is asked for with Prefer: respond-async."
* affectsState = true
* resource[+] = #Patient
* resource[+] = #Group
* type = false
* instance = true
* insert Parameter(programme, in, 0, *, code, [[For a resident: codes of programmes. All installed ones when left out.]])
* insert Parameter(dryRun, in, 0, 1, boolean, [[True to see what would be proposed, and store nothing.]])
* parameter[+].name = #stratification
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "For a resident: one a programme."
* parameter[=].part[+].name = #programme
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #Coding
* parameter[=].part[+].name = #outcome
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #code
* parameter[=].part[=].documentation = "proposed, unchanged, ended or not-concerned."
* parameter[=].part[+].name = #assessment
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #RiskAssessment
* parameter[=].part[=].documentation = "The proposal or decision that holds."
* parameter[+].name = #count
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "For a target population: one an outcome and stratum."
* parameter[=].part[+].name = #outcome
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #code
* parameter[=].part[+].name = #stratum
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #code
* parameter[=].part[+].name = #residents
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #integer
* parameter[+].name = #failed
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "For a target population: a resident whose stratum could not be computed or stored. The others are done."
* parameter[=].part[+].name = #resident
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #Reference
* parameter[=].part[+].name = #code
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #code
* parameter[=].part[=].documentation = "The type of the issue: processing, conflict and so on."
* parameter[=].part[+].name = #reason
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #string

Instance: respop-confirm
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-confirm, Confirm, confirm)
* title = "Decide on a proposed stratum"
* description = "A general practitioner of the resident confirms, corrects or rejects a proposed stratum. A Provenance records who decided, and from which proposal."
* affectsState = true
* resource = #RiskAssessment
* type = false
* instance = true
* insert Parameter(practitioner, in, 1, 1, string, [[Who decides: Practitioner/id or PractitionerRole/id, one of Patient.generalPractitioner.]])
* insert Parameter(decision, in, 0, 1, code, [[confirm, correct or reject; confirm when left out.]])
* insert Parameter(stratum, in, 0, 1, code, [[The right stratum, such as diabetes-2: with decision correct, and with no other.]])
* insert Parameter(reason, in, 0, 1, string, [[Why it is corrected or rejected: needed for both.]])
* insert Parameter(return, out, 1, 1, RiskAssessment, [[The stratum as it is now stored.]])

Instance: respop-include
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-include, Include, include)
* title = "Include a resident in a programme"
* description = "Includes a resident whose stratum is confirmed and who consents, all or nothing: Consent, EpisodeOfCare, CareTeam, CarePlan, a Communication to each participant, the letter to the resident, and the Provenance of it all. A refusal lists everything that is missing."
* affectsState = true
* resource = #Patient
* type = false
* instance = true
* insert Parameter(programme, in, 1, 1, code, [[The programme, such as diabetes.]])
* insert Parameter(practitioner, in, 1, 1, string, [[Who includes: Practitioner/id or PractitionerRole/id, one of Patient.generalPractitioner.]])
* insert Parameter(channel, in, 1, 1, code, [[The channel of inclusion: hospital, gp, occupational-health, public-health-action or association.]])
* insert Parameter(consentDate, in, 0, 1, date, [[The day on which the resident consented. The server stores the Consent. Give either this or consent.]])
* insert Parameter(consent, in, 0, 1, string, [[An active Consent of the resident to the programme that is stored already: Consent/id.]])
* insert Parameter(team, in, 0, *, string, [[Others who take part: Practitioner/id, PractitionerRole/id, Organization/id, RelatedPerson/id.]])
* insert Parameter(return, out, 1, 1, Bundle, [[A collection of what was stored.]])

Instance: respop-withdraw
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-withdraw, Withdraw, withdraw)
* title = "Withdraw a resident from a programme"
* description = "Ends the inclusion because the resident withdraws the consent: at once, whoever asks."
* affectsState = true
* resource = #Patient
* type = false
* instance = true
* insert Parameter(programme, in, 1, 1, code, [[The programme.]])
* insert Parameter(return, out, 1, 1, Bundle, [[A collection of what was changed and stored.]])

Instance: respop-close
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-close, Close, close)
* title = "End the inclusion of a resident"
* description = "Ends the inclusion of a resident who moved or died, or for whom the programme is over."
* affectsState = true
* resource = #Patient
* type = false
* instance = true
* insert Parameter(programme, in, 1, 1, code, [[The programme.]])
* insert Parameter(reason, in, 1, 1, code, [[moved, died or ended.]])
* insert Parameter(return, out, 1, 1, Bundle, [[A collection of what was changed and stored.]])

Instance: respop-estimate-savings
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-estimate-savings, EstimateSavings, estimate-savings)
* title = "What keeping residents in a stratum is worth"
* description = "Estimates what it is worth over five years to keep residents in a stratum instead of the next, from the published mean costs. Respop definition."
* resource = #Group
* type = false
* instance = true
* insert Parameter(stratum, in, 1, 1, code, [[The stratum in which they stay, such as heart-failure-2.]])
* insert Parameter(residents, in, 1, 1, integer, [[How many stay there, at least 1.]])
* insert Parameter(savings, out, 1, 1, Money, [[Residents times the difference of the costs, in EUR.]])
* insert Parameter(nextStratum, out, 1, 1, Coding, [[The stratum to which they do not go.]])
* insert Parameter(cost, out, 1, 1, Money, [[Mean cost of one resident of the stratum over five years.]])
* insert Parameter(costOfNext, out, 1, 1, Money, [[The same of the next stratum.]])
* insert Parameter(formula, out, 1, 1, string, [[The formula with its numbers.]])
* insert Parameter(source, out, 1, 1, string, [[Where the costs come from.]])

Instance: respop-work-list
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-work-list, WorkList, work-list)
* title = "Who needs what, since when"
* description = "The follow-up items that the residents of a practitioner or an organization need, as of now: the highest stratum first, then what waits longest. As comma-separated values with Accept: text/csv."
* resource[+] = #Practitioner
* resource[+] = #PractitionerRole
* resource[+] = #Organization
* type = false
* instance = true
* insert Parameter(programme, in, 0, *, code, [[Codes of programmes. All installed ones when left out.]])
* insert Parameter(status, in, 0, *, code, [[DEQM gap states: open-gap, prospective-gap. open-gap when left out.]])
* insert Parameter(count, in, 0, 1, integer, [[Items a page: 1 to 1000, 100 when left out.]])
* insert Parameter(offset, in, 0, 1, integer, [[Items before the page.]])
* insert Parameter(total, out, 1, 1, integer, [[Items on all pages.]])
* insert Parameter(next, out, 0, 1, uri, [[The address of the next page.]])
* parameter[+].name = #item
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "Something that a resident needs."
* insert Part(resident, 1, Reference, The Patient with the name)
* insert Part(programme, 1, Coding, The programme)
* insert Part(stratum, 1, Coding, The stratum)
* insert Part(confirmed, 1, boolean, Whether a practitioner confirmed the stratum)
* insert Part(followUpItem, 1, Coding, The follow-up item)
* insert Part(status, 1, Coding, The state of the item)
* insert Part(due, 0, date, The day by which it is due)
* insert Part(lastDone, 0, date, The day it was last done)
* insert Part(lastContact, 0, date, The day of the last attempt to reach the resident about it)
* parameter[+].name = #failed
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "A resident whose needs could not be found out."
* insert Part(resident, 1, Reference, The Patient)
* insert Part(reason, 1, string, Why)

RuleSet: Part(name, min, type, documentation)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #{type}
* parameter[=].part[=].documentation = "{documentation}."

Instance: respop-dead-letters
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-dead-letters, DeadLetters, dead-letters)
* title = "Notifications that were given up"
* description = "The events that were not delivered to the receivers of Subscriptions in error. They are delivered first once the Subscription is requested again."
* resource = #Subscription
* type = true
* instance = false
* parameter[+].name = #dead-letter
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "An event that was not delivered."
* insert Part(subscription, 1, Reference, The Subscription)
* insert Part(topic, 1, canonical, Its topic)
* insert Part(event-number, 1, string, The number of the event)
* insert Part(timestamp, 1, instant, When it happened)
* insert Part(focus, 1, Reference, The resource that it is about)
* insert Part(failure, 0, string, Why the last attempt failed)

Instance: respop-deployment
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-deployment, Deployment, deployment)
* title = "How far a programme has come, month by month"
* description = "Reads the monthly reports that are kept of a target population, and sets the residents of each stratum beside the number that is expected in a territory of its size. As comma-separated values with Accept: text/csv."
* resource = #Group
* type = false
* instance = true
* insert Parameter(from, in, 0, 1, string, [[The first month, such as 2026-01. That of the first report when left out.]])
* insert Parameter(to, in, 0, 1, string, [[The last month. That of the last report when left out.]])
* insert Parameter(residents, in, 0, 1, integer, [[How many people live in the territory. Those whom the server knew when it made each report when left out.]])
* insert Parameter(formula, out, 1, 1, string, [[How the expected number and the deviation are computed.]])
* insert Parameter(basis, out, 1, 1, string, [[What the expected numbers rest on.]])
* parameter[+].name = #row
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "A month and stratum."
* insert Part(month, 1, date, The month)
* insert Part(stratum, 1, Coding, The stratum)
* insert Part(residents, 1, integer, The residents of the stratum)
* insert Part(identified, 1, integer, Those of them for whom nothing is proposed)
* insert Part(proposed, 1, integer, Those whose stratum is proposed and not decided on)
* insert Part(confirmed, 1, integer, Those whose stratum is confirmed and who are not included)
* insert Part(included, 1, integer, Those who are included)
* insert Part(expected, 0, decimal, How many residents are expected)
* insert Part(deviationPercent, 0, decimal, By how much the residents differ from the expected number)
* insert Part(territoryResidents, 1, integer, How many people live in the territory)
* insert Part(expectedPer100000, 0, decimal, How many are expected among 100000 residents of a territory)
* insert Part(expectedSource, 0, string, The published numbers behind it)
* insert Part(evaluated, 1, dateTime, When the report was made)
* insert Part(madeUpLater, 1, boolean, Whether that was later than in the next month)
* insert Part(report, 1, Reference, The MeasureReport)

Instance: respop-report-month
InstanceOf: OperationDefinition
Usage: #definition
* insert OperationMetadata(respop-report-month, ReportMonth, report-month)
* title = "Make the reports of a month again"
* description = "Evaluates the measures that are kept for a target population on the data of now, and keeps the reports as the next versions of those of the month. With Prefer: respond-async in the background."
* affectsState = true
* resource = #Group
* type = false
* instance = true
* insert Parameter(month, in, 1, 1, string, [[A month that is over, such as 2026-10.]])
* insert Parameter(return, out, 1, 1, Bundle, [[A collection of the MeasureReports.]])
