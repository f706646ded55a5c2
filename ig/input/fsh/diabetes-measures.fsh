Instance: DiabetesHbA1cFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesHbA1cFollowUp, DiabetesFollowUp)
* title = "Diabetes: glycated haemoglobin (HbA1c) up to date"
* insert French(title, [[Diabète : hémoglobine glyquée (HbA1c) à jour]])
* description = "Residents with type 2 diabetes whose HbA1c was measured within the interval their situation requires."
* insert French(description, [[Personnes ayant un diabète de type 2 dont l'HbA1c a été dosée dans le délai que leur situation demande.]])
* rationale = "Every 6 months without antidiabetic drug or on oral treatment at target, every 3 months otherwise. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(HbA1c, hba1c, HbA1c)

Instance: DiabetesLabPanelFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesLabPanelFollowUp, DiabetesFollowUp)
* title = "Diabetes: full laboratory check up to date"
* insert French(title, [[Diabète : bilan biologique complet à jour]])
* description = "Residents with type 2 diabetes or at risk of it whose creatinine or eGFR, urine albumin/creatinine ratio and lipids (at risk: lipids) were measured within the interval their situation requires."
* insert French(description, [[Personnes ayant un diabète de type 2, ou à risque, dont la créatinine ou le DFG, le rapport albumine/créatinine urinaire et les lipides (à risque : les lipides) ont été dosés dans le délai que leur situation demande.]])
* rationale = "Once a year, more often in strata 3 and 4 when the kidney is affected; lipids every 3 to 5 years at risk. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); the kidney intervals are Respop's reading of published recommendations."
* insert FollowUpMeasure(Lab Panel, lab-panel, Full laboratory check)

Instance: DiabetesEcgFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesEcgFollowUp, DiabetesFollowUp)
* title = "Diabetes: resting ECG up to date"
* insert French(title, [[Diabète : ECG de repos à jour]])
* description = "Residents with type 2 diabetes who had a resting electrocardiogram within a year."
* insert French(description, [[Personnes ayant un diabète de type 2 ayant eu un électrocardiogramme de repos dans l'année.]])
* rationale = "Once a year, up to twice in stratum 4; the minimum decides. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(ECG, ecg, Resting ECG)

Instance: DiabetesMonofilamentFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesMonofilamentFollowUp, DiabetesFollowUp)
* title = "Diabetes: monofilament test of the feet up to date"
* insert French(title, [[Diabète : test au monofilament à jour]])
* description = "Residents with type 2 diabetes whose feet were tested with the 10 g monofilament within the interval their situation requires."
* insert French(description, [[Personnes ayant un diabète de type 2 dont les pieds ont été testés au monofilament de 10 g dans le délai que leur situation demande.]])
* rationale = "Once a year, twice when nerve or foot is at risk in strata 3 and 4. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Monofilament, monofilament, Monofilament test)

Instance: DiabetesFundusFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesFundusFollowUp, DiabetesFollowUp)
* title = "Diabetes: eye fundus up to date"
* insert French(title, [[Diabète : fond d'œil à jour]])
* description = "Residents with type 2 diabetes whose eye fundus was examined within the interval their situation requires."
* insert French(description, [[Personnes ayant un diabète de type 2 dont le fond d'œil a été examiné dans le délai que leur situation demande.]])
* rationale = "Every 2 years in stratum 1 without retinopathy, and in stratum 2 without insulin and with HbA1c and blood pressure at target; every year otherwise. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Fundus, fundus, Fundus examination)

Instance: DiabetesVaccinationFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesVaccinationFollowUp, DiabetesFollowUp)
* title = "Diabetes: vaccination up to date"
* insert French(title, [[Diabète : vaccination à jour]])
* description = "Residents with type 2 diabetes who had the influenza vaccine of the season, and residents at risk whose tetanus booster is valid; other vaccines are checked, and do not decide."
* insert French(description, [[Personnes ayant un diabète de type 2 vaccinées contre la grippe de la saison, et personnes à risque dont le rappel tétanos est valide ; les autres vaccins sont à vérifier et ne décident pas.]])
* rationale = "Boosters checked and influenza vaccine offered every season. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025, which prints no frequency; the intervals are Respop's reading of the French vaccination calendar."
* insert FollowUpMeasure(Vaccination, vaccination, Vaccination)

Instance: DiabetesBloodPressureFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesBloodPressureFollowUp, DiabetesFollowUp)
* title = "Diabetes: blood pressure up to date"
* insert French(title, [[Diabète : tension artérielle à jour]])
* description = "Residents with type 2 diabetes or at risk of it whose blood pressure was recorded within the interval their situation requires."
* insert French(description, [[Personnes ayant un diabète de type 2, ou à risque, dont la tension artérielle a été mesurée dans le délai que leur situation demande.]])
* rationale = "Once a month, by the person or at a visit; once a year at risk. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Blood Pressure, bp, Blood pressure)

Instance: DiabetesFastingGlucoseFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesFastingGlucoseFollowUp, DiabetesFollowUp)
* title = "Diabetes: fasting glucose up to date"
* insert French(title, [[Diabète : glycémie à jeun à jour]])
* description = "Residents at risk of type 2 diabetes whose fasting glucose was measured within the interval their situation requires."
* insert French(description, [[Personnes à risque de diabète de type 2 dont la glycémie à jeun a été dosée dans le délai que leur situation demande.]])
* rationale = "Every 3 years; every year after impaired fasting glucose, gestational diabetes or macrosomia. Source: ANAES, Principes de dépistage du diabète de type 2, 2003."
* insert FollowUpMeasure(Fasting Glucose, fpg, Fasting glucose)

Instance: DiabetesFindriscFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesFindriscFollowUp, DiabetesFollowUp)
* title = "Diabetes: FINDRISC score up to date"
* insert French(title, [[Diabète : score FINDRISC à jour]])
* description = "Residents at risk of type 2 diabetes who were asked the FINDRISC questions within 3 years."
* insert French(description, [[Personnes à risque de diabète de type 2 ayant répondu au FINDRISC dans les 3 ans.]])
* rationale = "Every 3 years, the horizon of stratum 0 (Fédération hospitalière de France). Respop's reading."
* insert FollowUpMeasure(FINDRISC, findrisc, FINDRISC)

Instance: DiabetesCapillaryGlucoseFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesCapillaryGlucoseFollowUp, DiabetesFollowUp)
* title = "Diabetes: capillary glucose shared up to date"
* insert French(title, [[Diabète : glycémies capillaires partagées à jour]])
* description = "Residents with type 2 diabetes of whom a capillary or sensor glucose reached the shared record within a month."
* insert French(description, [[Personnes ayant un diabète de type 2 dont une glycémie capillaire ou de capteur est parvenue au dossier partagé dans le mois.]])
* rationale = "2 a week to 4 a day are recommended; the minimum of one shared value a month is Respop's, because a server does not receive each of them. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Capillary Glucose, smbg, Capillary glucose)

Instance: DiabetesWeightFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesWeightFollowUp, DiabetesFollowUp)
* title = "Diabetes: weight up to date"
* insert French(title, [[Diabète : pesée à jour]])
* description = "Residents with type 2 diabetes or at risk of it who were weighed within the interval their situation requires."
* insert French(description, [[Personnes ayant un diabète de type 2, ou à risque, pesées dans le délai que leur situation demande.]])
* rationale = "Once a month; every 6 months at risk. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Weight, weight, Weight)

Instance: DiabetesFootSelfCareFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesFootSelfCareFollowUp, DiabetesFollowUp)
* title = "Diabetes: look at feet and wounds reviewed up to date"
* insert French(title, [[Diabète : surveillance des pieds revue à jour]])
* description = "Residents with type 2 diabetes whose daily look at feet and wounds was recorded, taught or reviewed within a year."
* insert French(description, [[Personnes ayant un diabète de type 2 dont la surveillance quotidienne des pieds et des plaies a été notée, apprise ou revue dans l'année.]])
* rationale = "Every day; the minimum of one review a year is Respop's, because a server does not see what is done at home. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Foot Self Care, foot-self, Look at feet and wounds)

Instance: DiabetesCardiovascularRiskFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesCardiovascularRiskFollowUp, DiabetesFollowUp)
* title = "Diabetes: cardiovascular risk reviewed up to date"
* insert French(title, [[Diabète : surveillance cardiovasculaire à jour]])
* description = "Residents with type 2 diabetes or at risk of it whose hypertension and lipids were reviewed within the interval their situation requires."
* insert French(description, [[Personnes ayant un diabète de type 2, ou à risque, dont la tension artérielle et les lipides ont été revus dans le délai que leur situation demande.]])
* rationale = "At each consultation of the general practitioner, at least once a year; every 3 years at risk. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Cardiovascular Risk, cv-risk, Cardiovascular risk)

Instance: DiabetesComplicationsReviewFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesComplicationsReviewFollowUp, DiabetesFollowUp)
* title = "Diabetes: complications reviewed up to date"
* insert French(title, [[Diabète : bilan des complications à jour]])
* description = "Residents with type 2 diabetes of strata 2 to 4 whose complications were reviewed within a year."
* insert French(description, [[Personnes ayant un diabète de type 2 des strates 2 à 4 dont les complications ont été recherchées dans l'année.]])
* rationale = "At least once a year. Source: Fédération hospitalière de France, typical yearly care of a person with type 2 diabetes in Responsabilité populationnelle, 2025 (strata 1 and 4); strata 2 and 3 are Respop's reading."
* insert FollowUpMeasure(Complications Review, complications, Complications review)

Instance: DiabetesGpVisitFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesGpVisitFollowUp, DiabetesFollowUp)
* title = "Diabetes: GP visit up to date"
* insert French(title, [[Diabète : consultation de médecine générale à jour]])
* description = "Residents with type 2 diabetes or at risk of it who saw their general practitioner within the interval their situation requires."
* insert French(description, [[Personnes ayant un diabète de type 2, ou à risque, ayant vu leur médecin traitant dans le délai que leur situation demande.]])
* rationale = "Every 3 to 6 months in stratum 1, every 1 to 3 months in strata 2 and 4, every 3 months in stratum 3, every 3 years at risk; the minimum decides. Respop's reading of published recommendations; the yearly pathway of the Fédération hospitalière de France does not print it."
* insert FollowUpMeasure(GP Visit, gp-visit, GP visit)

Instance: DiabetesDiabetologistFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesDiabetologistFollowUp, DiabetesFollowUp)
* title = "Diabetes: diabetologist visit up to date"
* insert French(title, [[Diabète : consultation de diabétologie à jour]])
* description = "Residents with type 2 diabetes of strata 2 to 4 who saw a diabetologist within the interval their situation requires."
* insert French(description, [[Personnes ayant un diabète de type 2 des strates 2 à 4 ayant vu un diabétologue dans le délai que leur situation demande.]])
* rationale = "Once a year in strata 2 and 3, at once when HbA1c has been above target for 6 months; twice a year in stratum 4; on demand in stratum 1. Respop's reading of published recommendations; the yearly pathway of the Fédération hospitalière de France does not print it."
* insert FollowUpMeasure(Diabetologist, diabetologist, Diabetologist visit)

Instance: DiabetesPodiatryFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesPodiatryFollowUp, DiabetesFollowUp)
* title = "Diabetes: podiatry up to date"
* insert French(title, [[Diabète : soins de pédicurie-podologie à jour]])
* description = "Residents with type 2 diabetes and a podiatry grade of 2 or 3 who saw a podiatrist within the interval their situation requires."
* insert French(description, [[Personnes ayant un diabète de type 2 et un grade podologique 2 ou 3 ayant vu un pédicure-podologue dans le délai que leur situation demande.]])
* rationale = "Every 3 to 6 months at grade 2, every 1 to 3 months at grade 3; the minimum decides. Source: IWGDF, Guidelines on the prevention of foot ulcers in persons with diabetes, 2023, as read by Respop."
* insert FollowUpMeasure(Podiatry, podiatry, Podiatry)

Instance: DiabetesDentalFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesDentalFollowUp, DiabetesFollowUp)
* title = "Diabetes: dental check up to date"
* insert French(title, [[Diabète : bilan dentaire à jour]])
* description = "Residents with type 2 diabetes who had a dental check within a year."
* insert French(description, [[Personnes ayant un diabète de type 2 ayant eu un bilan dentaire dans l'année.]])
* rationale = "Once a year. Respop's reading of published recommendations; the yearly pathway of the Fédération hospitalière de France does not print it."
* insert FollowUpMeasure(Dental, dental, Dental check)

Instance: DiabetesTherapeuticEducationFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesTherapeuticEducationFollowUp, DiabetesFollowUp)
* title = "Diabetes: therapeutic education offered up to date"
* insert French(title, [[Diabète : éducation thérapeutique proposée à jour]])
* description = "Residents with type 2 diabetes to whom therapeutic education was offered once, in stratum 4 within a year."
* insert French(description, [[Personnes ayant un diabète de type 2 à qui l'éducation thérapeutique a été proposée une fois, en strate 4 dans l'année.]])
* rationale = "Offered once at inclusion, reinforced in stratum 4. Respop's reading of published recommendations; the yearly pathway of the Fédération hospitalière de France does not print it."
* insert FollowUpMeasure(Therapeutic Education, etp, Therapeutic education)

Instance: DiabetesLifestyleFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesLifestyleFollowUp, DiabetesFollowUp)
* title = "Diabetes: lifestyle advice up to date"
* insert French(title, [[Diabète : règles hygiéno-diététiques à jour]])
* description = "Residents with type 2 diabetes or at risk of it who were advised on food and physical activity within a year."
* insert French(description, [[Personnes ayant un diabète de type 2, ou à risque, ayant reçu des conseils sur l'alimentation et l'activité physique dans l'année.]])
* rationale = "Once a year; at each visit in strata 2 to 4 is recommended and does not decide. Respop's reading of published recommendations; the yearly pathway of the Fédération hospitalière de France does not print it."
* insert FollowUpMeasure(Lifestyle, lifestyle, Lifestyle advice)

Instance: DiabetesSmokingFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(DiabetesSmokingFollowUp, DiabetesFollowUp)
* title = "Diabetes: smoking status up to date"
* insert French(title, [[Diabète : statut tabagique à jour]])
* description = "Residents with type 2 diabetes or at risk of it whose smoking status was asked within a year."
* insert French(description, [[Personnes ayant un diabète de type 2, ou à risque, dont le statut tabagique a été demandé dans l'année.]])
* rationale = "Once a year. Respop's reading of published recommendations; the yearly pathway of the Fédération hospitalière de France does not print it."
* insert FollowUpMeasure(Smoking, smoking, Smoking status)
