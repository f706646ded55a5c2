Instance: respop-territory-search
InstanceOf: SearchParameter
Usage: #definition
* insert CanonicalMetadata(SearchParameter, respop-territory-search)
* name = "RespopTerritorySearch"
* description = "Residents of a territory: Patient?respop-territory=Organization/aube-et-sezannais."
* code = #respop-territory
* base = #Patient
* type = #reference
* expression = "Patient.extension.where(url = 'https://respop.org/fhir/StructureDefinition/respop-residence-territory').value.ofType(Reference)"
* target = #Organization
* multipleOr = true
* multipleAnd = true

Instance: respop-postal-code-search
InstanceOf: SearchParameter
Usage: #definition
* insert CanonicalMetadata(SearchParameter, respop-postal-code-search)
* name = "RespopPostalCodeSearch"
* description = "The territory that holds a postal code: Organization?respop-postal-code=10000. A token, so that the whole code must match."
* code = #respop-postal-code
* base = #Organization
* type = #token
* expression = "Organization.extension.where(url = 'https://respop.org/fhir/StructureDefinition/respop-postal-code').value.ofType(string)"
* multipleOr = true
* multipleAnd = true

Instance: respop-objection-search
InstanceOf: SearchParameter
Usage: #definition
* insert CanonicalMetadata(SearchParameter, respop-objection-search)
* name = "RespopObjectionSearch"
* description = "Active objections [oppositions] of residents to the programme: Consent?respop-objection=deny. Whether the period of one is over is not looked at."
* code = #respop-objection
* base = #Consent
* type = #token
* expression = "Consent.where(status = 'active' and scope.coding.where(system = 'http://terminology.hl7.org/CodeSystem/consentscope' and code = 'patient-privacy').exists()).provision.where(type = 'deny').type"
* multipleOr = true
* multipleAnd = true
