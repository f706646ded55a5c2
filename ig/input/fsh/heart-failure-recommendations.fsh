Instance: HeartFailureCardiologistVisitRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, CardiologistVisit, Cardiologist Visit, cardio-visit, [[Cardiologist visit]], [[Consultation de cardiologie]], [[Cardiologist visit]], [[Consulter un cardiologue.]], [[See a cardiologist.]])

Instance: HeartFailureCardiologistVisitActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, CardiologistVisit, Cardiologist Visit, cardio-visit, [[Cardiologist visit]], [[Consultation de cardiologie]], [[Cardiologist visit]], [[Consulter un cardiologue.]], [[See a cardiologist.]])

Instance: HeartFailureGpVisitRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, GpVisit, GP Visit, gp-visit, [[GP visit]], [[Consultation de médecine générale]], [[GP visit]], [[Consulter le médecin traitant.]], [[See the general practitioner.]])

Instance: HeartFailureGpVisitActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, GpVisit, GP Visit, gp-visit, [[GP visit]], [[Consultation de médecine générale]], [[GP visit]], [[Consulter le médecin traitant.]], [[See the general practitioner.]])

Instance: HeartFailurePostDischargeRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, PostDischarge, Post-Discharge, post-discharge, [[Visit after discharge]], [[Consultation après hospitalisation]], [[Visit after discharge]], [[Voir le médecin traitant ou un infirmier dans les 7 jours après la sortie, un cardiologue dans les 14 jours, puis à nouveau dans les 2 mois.]], [[See the general practitioner or a nurse within 7 days of the discharge, a cardiologist within 14 days, and again within 2 months.]])

Instance: HeartFailurePostDischargeActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, PostDischarge, Post-Discharge, post-discharge, [[Visit after discharge]], [[Consultation après hospitalisation]], [[Visit after discharge]], [[Voir le médecin traitant ou un infirmier dans les 7 jours après la sortie, un cardiologue dans les 14 jours, puis à nouveau dans les 2 mois.]], [[See the general practitioner or a nurse within 7 days of the discharge, a cardiologist within 14 days, and again within 2 months.]])

Instance: HeartFailureWeightRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, Weight, Weight, weight, [[Weight]], [[Pesée]], [[Weight]], [[Se peser le matin, à jeun, et partager le résultat.]], [[Weigh in the morning, before breakfast, and share the result.]])

Instance: HeartFailureWeightActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, Weight, Weight, weight, [[Weight]], [[Pesée]], [[Weight]], [[Se peser le matin, à jeun, et partager le résultat.]], [[Weigh in the morning, before breakfast, and share the result.]])

Instance: HeartFailureBloodPressureRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, BloodPressure, Blood Pressure, bp, [[Blood pressure]], [[Tension artérielle]], [[Blood pressure]], [[Mesurer la tension, par la personne elle-même ou en consultation.]], [[Measure blood pressure, by the person at home or at a visit.]])

Instance: HeartFailureBloodPressureActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, BloodPressure, Blood Pressure, bp, [[Blood pressure]], [[Tension artérielle]], [[Blood pressure]], [[Mesurer la tension, par la personne elle-même ou en consultation.]], [[Measure blood pressure, by the person at home or at a visit.]])

Instance: HeartFailureHeartRateRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, HeartRate, Heart Rate, hr, [[Heart rate]], [[Fréquence cardiaque]], [[Heart rate]], [[Mesurer la fréquence cardiaque, par la personne elle-même ou en consultation.]], [[Measure heart rate, by the person at home or at a visit.]])

Instance: HeartFailureHeartRateActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, HeartRate, Heart Rate, hr, [[Heart rate]], [[Fréquence cardiaque]], [[Heart rate]], [[Mesurer la fréquence cardiaque, par la personne elle-même ou en consultation.]], [[Measure heart rate, by the person at home or at a visit.]])

Instance: HeartFailureNyhaClassRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, NyhaClass, NYHA Class, nyha, [[NYHA class]], [[Classe NYHA]], [[NYHA class]], [[Évaluer la gêne à l'effort : classe NYHA I à IV.]], [[Assess symptoms on effort: NYHA class I to IV.]])

Instance: HeartFailureNyhaClassActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, NyhaClass, NYHA Class, nyha, [[NYHA class]], [[Classe NYHA]], [[NYHA class]], [[Évaluer la gêne à l'effort : classe NYHA I à IV.]], [[Assess symptoms on effort: NYHA class I to IV.]])

Instance: HeartFailureKidneyAndElectrolytesRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, KidneyAndElectrolytes, Kidney and Electrolytes, iono-renal, [[Electrolytes and kidney function]], [[Ionogramme et fonction rénale]], [[Electrolytes and kidney function]], [[Doser sodium, potassium et créatinine avec le DFG.]], [[Measure sodium, potassium and creatinine with eGFR.]])

Instance: HeartFailureKidneyAndElectrolytesActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, KidneyAndElectrolytes, Kidney and Electrolytes, iono-renal, [[Electrolytes and kidney function]], [[Ionogramme et fonction rénale]], [[Electrolytes and kidney function]], [[Doser sodium, potassium et créatinine avec le DFG.]], [[Measure sodium, potassium and creatinine with eGFR.]])

Instance: HeartFailureNatriureticPeptideRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, NatriureticPeptide, Natriuretic Peptide, natriuretic, [[Natriuretic peptide]], [[Peptide natriurétique]], [[Natriuretic peptide]], [[Doser le NT-proBNP ou le BNP.]], [[Measure NT-proBNP or BNP.]])

Instance: HeartFailureNatriureticPeptideActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, NatriureticPeptide, Natriuretic Peptide, natriuretic, [[Natriuretic peptide]], [[Peptide natriurétique]], [[Natriuretic peptide]], [[Doser le NT-proBNP ou le BNP.]], [[Measure NT-proBNP or BNP.]])

Instance: HeartFailureEcgRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, Ecg, ECG, ecg, [[Resting ECG]], [[ECG de repos]], [[Resting ECG]], [[Enregistrer un électrocardiogramme de repos.]], [[Record a resting electrocardiogram.]])

Instance: HeartFailureEcgActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, Ecg, ECG, ecg, [[Resting ECG]], [[ECG de repos]], [[Resting ECG]], [[Enregistrer un électrocardiogramme de repos.]], [[Record a resting electrocardiogram.]])

Instance: HeartFailureEchocardiographyRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, Echocardiography, Echocardiography, echo, [[Echocardiography]], [[Échocardiographie]], [[Echocardiography]], [[Faire une échocardiographie avec la fraction d'éjection du ventricule gauche.]], [[Perform an echocardiography with the left ventricular ejection fraction.]])

Instance: HeartFailureEchocardiographyActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, Echocardiography, Echocardiography, echo, [[Echocardiography]], [[Échocardiographie]], [[Echocardiography]], [[Faire une échocardiographie avec la fraction d'éjection du ventricule gauche.]], [[Perform an echocardiography with the left ventricular ejection fraction.]])

Instance: HeartFailureIronStatusRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, IronStatus, Iron Status, iron, [[Iron status and blood count]], [[Bilan martial et numération]], [[Iron status and blood count]], [[Doser ferritine et coefficient de saturation de la transferrine, avec une numération.]], [[Measure ferritin and transferrin saturation, with a blood count.]])

Instance: HeartFailureIronStatusActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, IronStatus, Iron Status, iron, [[Iron status and blood count]], [[Bilan martial et numération]], [[Iron status and blood count]], [[Doser ferritine et coefficient de saturation de la transferrine, avec une numération.]], [[Measure ferritin and transferrin saturation, with a blood count.]])

Instance: HeartFailureComorbidityPanelRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, ComorbidityPanel, Comorbidity Panel, hf-comorbid, [[Thyroid, glucose and lipids]], [[Bilan thyroïdien, glycémique et lipidique]], [[Thyroid, glucose and lipids]], [[Doser la TSH, l'HbA1c ou la glycémie à jeun, et les lipides.]], [[Measure TSH, HbA1c or fasting glucose, and lipids.]])

Instance: HeartFailureComorbidityPanelActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, ComorbidityPanel, Comorbidity Panel, hf-comorbid, [[Thyroid, glucose and lipids]], [[Bilan thyroïdien, glycémique et lipidique]], [[Thyroid, glucose and lipids]], [[Doser la TSH, l'HbA1c ou la glycémie à jeun, et les lipides.]], [[Measure TSH, HbA1c or fasting glucose, and lipids.]])

Instance: HeartFailureDeviceCheckRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, DeviceCheck, Device Check, device-check, [[Device check]], [[Contrôle du dispositif implanté]], [[Device check]], [[Contrôler le stimulateur, le resynchronisateur ou le défibrillateur.]], [[Check the pacemaker, resynchronisation device or defibrillator.]])

Instance: HeartFailureDeviceCheckActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, DeviceCheck, Device Check, device-check, [[Device check]], [[Contrôle du dispositif implanté]], [[Device check]], [[Contrôler le stimulateur, le resynchronisateur ou le défibrillateur.]], [[Check the pacemaker, resynchronisation device or defibrillator.]])

Instance: HeartFailureInrRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, Inr, INR, inr, [[INR]], [[INR]], [[INR]], [[Doser l'INR.]], [[Measure INR.]])

Instance: HeartFailureInrActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, Inr, INR, inr, [[INR]], [[INR]], [[INR]], [[Doser l'INR.]], [[Measure INR.]])

Instance: HeartFailureTreatmentReviewRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, TreatmentReview, Treatment Review, gdmt, [[Review of heart failure drugs]], [[Revue du traitement de l'insuffisance cardiaque]], [[Review of heart failure drugs]], [[Revoir le traitement : les quatre piliers, leurs doses, les médicaments à éviter.]], [[Review the treatment: the four pillars, their doses, the drugs to avoid.]])

Instance: HeartFailureTreatmentReviewActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, TreatmentReview, Treatment Review, gdmt, [[Review of heart failure drugs]], [[Revue du traitement de l'insuffisance cardiaque]], [[Review of heart failure drugs]], [[Revoir le traitement : les quatre piliers, leurs doses, les médicaments à éviter.]], [[Review the treatment: the four pillars, their doses, the drugs to avoid.]])

Instance: HeartFailureVaccinationRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, Vaccination, Vaccination, vaccination, [[Vaccination]], [[Vaccination]], [[Vaccination]], [[Vérifier les rappels, les vaccins contre le pneumocoque et la COVID-19, proposer le vaccin contre la grippe de la saison.]], [[Check boosters, pneumococcal and COVID-19 vaccines, offer the influenza vaccine of the season.]])

Instance: HeartFailureVaccinationActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, Vaccination, Vaccination, vaccination, [[Vaccination]], [[Vaccination]], [[Vaccination]], [[Vérifier les rappels, les vaccins contre le pneumocoque et la COVID-19, proposer le vaccin contre la grippe de la saison.]], [[Check boosters, pneumococcal and COVID-19 vaccines, offer the influenza vaccine of the season.]])

Instance: HeartFailureRemoteMonitoringRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, RemoteMonitoring, Remote Monitoring, telemonitoring, [[Remote monitoring]], [[Télésurveillance]], [[Remote monitoring]], [[Proposer une télésurveillance de l'insuffisance cardiaque.]], [[Offer remote monitoring of heart failure.]])

Instance: HeartFailureRemoteMonitoringActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, RemoteMonitoring, Remote Monitoring, telemonitoring, [[Remote monitoring]], [[Télésurveillance]], [[Remote monitoring]], [[Proposer une télésurveillance de l'insuffisance cardiaque.]], [[Offer remote monitoring of heart failure.]])

Instance: HeartFailureTherapeuticEducationRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, TherapeuticEducation, Therapeutic Education, etp, [[Therapeutic education]], [[Éducation thérapeutique du patient]], [[Therapeutic education]], [[Proposer l'éducation thérapeutique.]], [[Offer therapeutic education.]])

Instance: HeartFailureTherapeuticEducationActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, TherapeuticEducation, Therapeutic Education, etp, [[Therapeutic education]], [[Éducation thérapeutique du patient]], [[Therapeutic education]], [[Proposer l'éducation thérapeutique.]], [[Offer therapeutic education.]])

Instance: HeartFailureCardiacRehabilitationRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, CardiacRehabilitation, Cardiac Rehabilitation, rehab, [[Cardiac rehabilitation]], [[Réadaptation cardiaque]], [[Cardiac rehabilitation]], [[Proposer une réadaptation cardiaque.]], [[Offer cardiac rehabilitation.]])

Instance: HeartFailureCardiacRehabilitationActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, CardiacRehabilitation, Cardiac Rehabilitation, rehab, [[Cardiac rehabilitation]], [[Réadaptation cardiaque]], [[Cardiac rehabilitation]], [[Proposer une réadaptation cardiaque.]], [[Offer cardiac rehabilitation.]])

Instance: HeartFailurePalliativeCareTalkRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, PalliativeCareTalk, Palliative Care Talk, palliative, [[Palliative care and advance directives]], [[Soins palliatifs et directives anticipées]], [[Palliative care and advance directives]], [[Parler des soins palliatifs et des directives anticipées.]], [[Talk about palliative care and advance directives.]])

Instance: HeartFailurePalliativeCareTalkActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, PalliativeCareTalk, Palliative Care Talk, palliative, [[Palliative care and advance directives]], [[Soins palliatifs et directives anticipées]], [[Palliative care and advance directives]], [[Parler des soins palliatifs et des directives anticipées.]], [[Talk about palliative care and advance directives.]])

Instance: HeartFailureLifestyleRecommendation
InstanceOf: PlanDefinition
Usage: #definition
* insert Recommendation(HeartFailure, Lifestyle, Lifestyle, lifestyle, [[Lifestyle advice]], [[Règles hygiéno-diététiques et activité physique adaptée]], [[Lifestyle advice]], [[Conseiller l'alimentation, l'activité physique et l'arrêt du tabac.]], [[Advise on food, physical activity and stopping smoking.]])

Instance: HeartFailureLifestyleActivity
InstanceOf: ActivityDefinition
Usage: #definition
* insert Activity(HeartFailure, Lifestyle, Lifestyle, lifestyle, [[Lifestyle advice]], [[Règles hygiéno-diététiques et activité physique adaptée]], [[Lifestyle advice]], [[Conseiller l'alimentation, l'activité physique et l'arrêt du tabac.]], [[Advise on food, physical activity and stopping smoking.]])
