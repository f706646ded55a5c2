Instance: HeartFailureCardiologistVisitFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureCardiologistVisitFollowUp, HeartFailureFollowUp)
* title = "Heart failure: cardiologist visit up to date"
* insert French(title, [[Insuffisance cardiaque : consultation de cardiologie à jour]])
* description = "Residents with heart failure, or at risk with a raised natriuretic peptide, who saw a cardiologist within the interval their situation requires."
* insert French(description, [[Personnes ayant une insuffisance cardiaque, ou à risque avec un peptide natriurétique élevé, ayant consulté un cardiologue dans le délai que leur situation demande.]])
* rationale = "1 to 4 visits a year by stratum, at least 4 in NYHA class III. Source: DATAHF, Eur Heart J 2025;46:3050 (strata 1 to 4); HAS, Guide du parcours de soins insuffisance cardiaque, 2014 (NYHA class III); the rest is Respop's reading."
* insert FollowUpMeasure(Cardiologist Visit, cardio-visit, [[Cardiologist visit]])

Instance: HeartFailureGpVisitFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureGpVisitFollowUp, HeartFailureFollowUp)
* title = "Heart failure: GP visit up to date"
* insert French(title, [[Insuffisance cardiaque : consultation de médecine générale à jour]])
* description = "Residents with heart failure or at risk of it who saw their general practitioner within the interval their situation requires."
* insert French(description, [[Personnes ayant une insuffisance cardiaque, ou à risque, ayant consulté leur médecin traitant dans le délai que leur situation demande.]])
* rationale = "1 to 12 visits a year by stratum. Source: HAS, Guide du parcours de soins insuffisance cardiaque, 2014 (strata 1 to 3, by NYHA class); the rest is Respop's reading."
* insert FollowUpMeasure(GP Visit, gp-visit, [[GP visit]])

Instance: HeartFailurePostDischargeFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailurePostDischargeFollowUp, HeartFailureFollowUp)
* title = "Heart failure: visit after discharge up to date"
* insert French(title, [[Insuffisance cardiaque : consultation après hospitalisation à jour]])
* description = "Residents discharged after a stay for heart failure in the last 12 months whose visits after the discharge were made."
* insert French(description, [[Personnes sorties d'une hospitalisation pour insuffisance cardiaque dans les 12 derniers mois dont les consultations de sortie ont eu lieu.]])
* rationale = "General practitioner or nurse within 7 days, cardiologist within 14 days and within 2 months; a late visit counts. Source: ESC 2021 (visit 1 to 2 weeks after discharge); the days are Respop's reading."
* insert FollowUpMeasure(Post-Discharge, post-discharge, [[Visit after discharge]])

Instance: HeartFailureWeightFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureWeightFollowUp, HeartFailureFollowUp)
* title = "Heart failure: weight up to date"
* insert French(title, [[Insuffisance cardiaque : pesée à jour]])
* description = "Residents with heart failure whose weight was recorded within the interval their situation requires."
* insert French(description, [[Personnes ayant une insuffisance cardiaque dont le poids a été relevé dans le délai que leur situation demande.]])
* rationale = "Every week to every day by stratum when the resident shares self-measured weights; otherwise at each visit. Respop's reading of ESC 2021."
* insert FollowUpMeasure(Weight, weight, [[Weight]])

Instance: HeartFailureBloodPressureFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureBloodPressureFollowUp, HeartFailureFollowUp)
* title = "Heart failure: blood pressure up to date"
* insert French(title, [[Insuffisance cardiaque : tension artérielle à jour]])
* description = "Residents with heart failure or at risk of it whose blood pressure was recorded within the interval their situation requires."
* insert French(description, [[Personnes ayant une insuffisance cardiaque, ou à risque, dont la tension a été relevée dans le délai que leur situation demande.]])
* rationale = "Every year at risk, at each visit in stratum 1, every month in stratum 2, every week to every day in strata 3 to 5 when the resident shares self-measured values and every month otherwise. Respop's reading of published recommendations."
* insert FollowUpMeasure(Blood Pressure, bp, [[Blood pressure]])

Instance: HeartFailureHeartRateFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureHeartRateFollowUp, HeartFailureFollowUp)
* title = "Heart failure: heart rate up to date"
* insert French(title, [[Insuffisance cardiaque : fréquence cardiaque à jour]])
* description = "Residents with heart failure or at risk of it whose heart rate was recorded within the interval their situation requires."
* insert French(description, [[Personnes ayant une insuffisance cardiaque, ou à risque, dont la fréquence cardiaque a été relevée dans le délai que leur situation demande.]])
* rationale = "As for blood pressure. Respop's reading of published recommendations."
* insert FollowUpMeasure(Heart Rate, hr, [[Heart rate]])

Instance: HeartFailureNyhaClassFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureNyhaClassFollowUp, HeartFailureFollowUp)
* title = "Heart failure: NYHA class up to date"
* insert French(title, [[Insuffisance cardiaque : classe NYHA à jour]])
* description = "Residents with heart failure whose NYHA class was recorded at the last visit."
* insert French(description, [[Personnes ayant une insuffisance cardiaque dont la classe NYHA a été notée à la dernière consultation.]])
* rationale = "At each visit. Respop's reading of published recommendations."
* insert FollowUpMeasure(NYHA Class, nyha, [[NYHA class]])

Instance: HeartFailureKidneyAndElectrolytesFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureKidneyAndElectrolytesFollowUp, HeartFailureFollowUp)
* title = "Heart failure: electrolytes and kidney function up to date"
* insert French(title, [[Insuffisance cardiaque : ionogramme et fonction rénale à jour]])
* description = "Residents with heart failure or at risk of it whose sodium, potassium and kidney function were measured within the interval their situation requires."
* insert French(description, [[Personnes ayant une insuffisance cardiaque, ou à risque, dont le sodium, le potassium et la fonction rénale ont été dosés dans le délai que leur situation demande.]])
* rationale = "1 to 12 times a year by stratum, and 2 weeks after the start of a treatment that can change them. Source: HAS, Guide du parcours de soins insuffisance cardiaque, 2014 (strata 2 and 3, and at every treatment change); ESC 2021 (1 to 2 weeks after the start); the rest is Respop's reading."
* insert FollowUpMeasure(Kidney and Electrolytes, iono-renal, [[Electrolytes and kidney function]])

Instance: HeartFailureNatriureticPeptideFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureNatriureticPeptideFollowUp, HeartFailureFollowUp)
* title = "Heart failure: natriuretic peptide up to date"
* insert French(title, [[Insuffisance cardiaque : peptide natriurétique à jour]])
* description = "Residents in strata 2 to 5 of heart failure, or at risk with two risk factors, whose natriuretic peptide was measured within the interval their situation requires."
* insert French(description, [[Personnes en strates 2 à 5 de l'insuffisance cardiaque, ou à risque avec deux facteurs de risque, dont le peptide natriurétique a été dosé dans le délai que leur situation demande.]])
* rationale = "Once at risk, every year in strata 2 and 3, at the discharge, 1 and 6 months after it in stratum 4, at each visit in stratum 5. Respop's reading of ESC 2021."
* insert FollowUpMeasure(Natriuretic Peptide, natriuretic, [[Natriuretic peptide]])

Instance: HeartFailureEcgFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureEcgFollowUp, HeartFailureFollowUp)
* title = "Heart failure: resting ECG up to date"
* insert French(title, [[Insuffisance cardiaque : ECG de repos à jour]])
* description = "Residents with heart failure or at risk of it who had a resting electrocardiogram within the interval their situation requires."
* insert French(description, [[Personnes ayant une insuffisance cardiaque, ou à risque, ayant eu un électrocardiogramme de repos dans le délai que leur situation demande.]])
* rationale = "Every 3 years at risk, 1 to 4 times a year by stratum; recommended at each cardiologist visit. Source: HAS, Guide du parcours de soins insuffisance cardiaque, 2014 (at each cardiologist visit); the numbers are Respop's reading."
* insert FollowUpMeasure(ECG, ecg, [[Resting ECG]])

Instance: HeartFailureEchocardiographyFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureEchocardiographyFollowUp, HeartFailureFollowUp)
* title = "Heart failure: echocardiography up to date"
* insert French(title, [[Insuffisance cardiaque : échocardiographie à jour]])
* description = "Residents in strata 2 to 5 of heart failure, or at risk with suspected heart disease, who had an echocardiography within the interval their situation requires."
* insert French(description, [[Personnes en strates 2 à 5 de l'insuffisance cardiaque, ou à risque avec une atteinte cardiaque suspectée, ayant eu une échocardiographie dans le délai que leur situation demande.]])
* rationale = "Every 1 to 2 years in strata 2 and 3, within 3 months of the discharge in stratum 4, then every year, every year in stratum 5. Source: HAS, Guide du parcours de soins insuffisance cardiaque, 2014 (stratum 2, by NYHA class); the rest is Respop's reading."
* insert FollowUpMeasure(Echocardiography, echo, [[Echocardiography]])

Instance: HeartFailureIronStatusFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureIronStatusFollowUp, HeartFailureFollowUp)
* title = "Heart failure: iron status and blood count up to date"
* insert French(title, [[Insuffisance cardiaque : bilan martial et numération à jour]])
* description = "Residents with heart failure whose blood count, ferritin and transferrin saturation were measured within the interval their situation requires."
* insert French(description, [[Personnes ayant une insuffisance cardiaque dont la numération, la ferritine et le coefficient de saturation de la transferrine ont été dosés dans le délai que leur situation demande.]])
* rationale = "Every year, at the discharge in stratum 4, twice a year in stratum 5. Respop's reading of ESC 2021."
* insert FollowUpMeasure(Iron Status, iron, [[Iron status and blood count]])

Instance: HeartFailureComorbidityPanelFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureComorbidityPanelFollowUp, HeartFailureFollowUp)
* title = "Heart failure: thyroid, glucose and lipids up to date"
* insert French(title, [[Insuffisance cardiaque : bilan thyroïdien, glycémique et lipidique à jour]])
* description = "Residents with heart failure or at risk of it whose TSH, HbA1c or fasting glucose, and lipids were measured within a year."
* insert French(description, [[Personnes ayant une insuffisance cardiaque, ou à risque, dont la TSH, l'HbA1c ou la glycémie à jeun, et les lipides ont été dosés dans l'année.]])
* rationale = "Every year. Respop's reading of published recommendations."
* insert FollowUpMeasure(Comorbidity Panel, hf-comorbid, [[Thyroid, glucose and lipids]])

Instance: HeartFailureDeviceCheckFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureDeviceCheckFollowUp, HeartFailureFollowUp)
* title = "Heart failure: device check up to date"
* insert French(title, [[Insuffisance cardiaque : contrôle du dispositif implanté à jour]])
* description = "Residents with heart failure and an implanted cardiac device that was checked within 6 months."
* insert French(description, [[Personnes ayant une insuffisance cardiaque et porteuses d'un dispositif cardiaque implanté contrôlé dans les 6 mois.]])
* rationale = "2 to 4 times a year; the minimum decides. Source: HAS, Guide du parcours de soins insuffisance cardiaque, 2014 (NYHA classes II and III); stratum 1 is Respop's reading."
* insert FollowUpMeasure(Device Check, device-check, [[Device check]])

Instance: HeartFailureInrFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureInrFollowUp, HeartFailureFollowUp)
* title = "Heart failure: INR up to date"
* insert French(title, [[Insuffisance cardiaque : INR à jour]])
* description = "Residents with heart failure under a vitamin K antagonist whose INR was measured within a month."
* insert French(description, [[Personnes ayant une insuffisance cardiaque sous antivitamine K dont l'INR a été dosé dans le mois.]])
* rationale = "At least every month. Source: HAS, Guide du parcours de soins insuffisance cardiaque, 2014 (NYHA classes II and III); stratum 1 is Respop's reading."
* insert FollowUpMeasure(INR, inr, [[INR]])

Instance: HeartFailureTreatmentReviewFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureTreatmentReviewFollowUp, HeartFailureFollowUp)
* title = "Heart failure: review of heart failure drugs up to date"
* insert French(title, [[Insuffisance cardiaque : revue du traitement de l'insuffisance cardiaque à jour]])
* description = "Residents with heart failure whose treatment was reviewed within the interval their situation requires."
* insert French(description, [[Personnes ayant une insuffisance cardiaque dont le traitement a été revu dans le délai que leur situation demande.]])
* rationale = "Every year in stratum 1, otherwise at each visit; a visit of a cardiologist is a review. Respop's reading of ESC 2021."
* insert FollowUpMeasure(Treatment Review, gdmt, [[Review of heart failure drugs]])

Instance: HeartFailureVaccinationFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureVaccinationFollowUp, HeartFailureFollowUp)
* title = "Heart failure: vaccination up to date"
* insert French(title, [[Insuffisance cardiaque : vaccination à jour]])
* description = "Residents with heart failure who had the influenza vaccine of the season, and residents at risk whose tetanus booster is up to date; other vaccines are checked, and do not decide."
* insert French(description, [[Personnes ayant une insuffisance cardiaque vaccinées contre la grippe de la saison, et personnes à risque dont le rappel contre le tétanos est à jour ; les autres vaccins sont vérifiés et ne décident pas.]])
* rationale = "Respop's reading of the French vaccination calendar."
* insert FollowUpMeasure(Vaccination, vaccination, [[Vaccination]])

Instance: HeartFailureRemoteMonitoringFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureRemoteMonitoringFollowUp, HeartFailureFollowUp)
* title = "Heart failure: remote monitoring up to date"
* insert French(title, [[Insuffisance cardiaque : télésurveillance à jour]])
* description = "Residents in strata 3 to 5 of heart failure who were offered remote monitoring."
* insert French(description, [[Personnes en strates 3 à 5 de l'insuffisance cardiaque à qui une télésurveillance a été proposée.]])
* rationale = "Once in stratum 3; at least once a year in stratum 4 after a stay for heart failure, and in stratum 5. Respop's reading of published recommendations."
* insert FollowUpMeasure(Remote Monitoring, telemonitoring, [[Remote monitoring]])

Instance: HeartFailureTherapeuticEducationFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureTherapeuticEducationFollowUp, HeartFailureFollowUp)
* title = "Heart failure: therapeutic education up to date"
* insert French(title, [[Insuffisance cardiaque : éducation thérapeutique du patient à jour]])
* description = "Residents with heart failure who were offered therapeutic education."
* insert French(description, [[Personnes ayant une insuffisance cardiaque à qui une éducation thérapeutique a été proposée.]])
* rationale = "Once in strata 1 to 3, at least once a year in strata 4 and 5. Respop's reading of published recommendations."
* insert FollowUpMeasure(Therapeutic Education, etp, [[Therapeutic education]])

Instance: HeartFailureCardiacRehabilitationFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureCardiacRehabilitationFollowUp, HeartFailureFollowUp)
* title = "Heart failure: cardiac rehabilitation up to date"
* insert French(title, [[Insuffisance cardiaque : réadaptation cardiaque à jour]])
* description = "Residents with heart failure who were offered cardiac rehabilitation."
* insert French(description, [[Personnes ayant une insuffisance cardiaque à qui une réadaptation cardiaque a été proposée.]])
* rationale = "Once in strata 1 to 3, at least once a year in strata 4 and 5. Respop's reading of published recommendations."
* insert FollowUpMeasure(Cardiac Rehabilitation, rehab, [[Cardiac rehabilitation]])

Instance: HeartFailurePalliativeCareTalkFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailurePalliativeCareTalkFollowUp, HeartFailureFollowUp)
* title = "Heart failure: palliative care and advance directives up to date"
* insert French(title, [[Insuffisance cardiaque : soins palliatifs et directives anticipées à jour]])
* description = "Residents in stratum 5 of heart failure with whom palliative care and advance directives were talked about within a year."
* insert French(description, [[Personnes en strate 5 de l'insuffisance cardiaque avec qui les soins palliatifs et les directives anticipées ont été abordés dans l'année.]])
* rationale = "At least once a year. Respop's reading of published recommendations."
* insert FollowUpMeasure(Palliative Care Talk, palliative, [[Palliative care and advance directives]])

Instance: HeartFailureLifestyleFollowUp
InstanceOf: Measure
Usage: #definition
* insert MeasureMetadata(HeartFailureLifestyleFollowUp, HeartFailureFollowUp)
* title = "Heart failure: lifestyle advice up to date"
* insert French(title, [[Insuffisance cardiaque : règles hygiéno-diététiques et activité physique adaptée à jour]])
* description = "Residents at risk of heart failure who were advised on lifestyle within a year."
* insert French(description, [[Personnes à risque d'insuffisance cardiaque ayant reçu des conseils d'hygiène de vie dans l'année.]])
* rationale = "Every year. Respop's reading of published recommendations."
* insert FollowUpMeasure(Lifestyle, lifestyle, [[Lifestyle advice]])
