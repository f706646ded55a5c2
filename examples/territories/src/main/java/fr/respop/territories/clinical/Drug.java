package fr.respop.territories.clinical;

/** The drugs of the stories: ATC code, and a short label of our own. */
enum Drug {
    METFORMIN("A10BA02", "Metformine"),
    GLICLAZIDE("A10BB09", "Gliclazide"),
    SITAGLIPTIN("A10BH01", "Sitagliptine"),
    DULAGLUTIDE("A10BJ05", "Dulaglutide"),
    DAPAGLIFLOZIN("A10BK01", "Dapagliflozine"),
    EMPAGLIFLOZIN("A10BK03", "Empagliflozine"),
    INSULIN_GLARGINE("A10AE04", "Insuline glargine"),
    INSULIN_ASPART("A10AB05", "Insuline asparte"),
    RAMIPRIL("C09AA05", "Ramipril"),
    AMLODIPINE("C08CA01", "Amlodipine"),
    BISOPROLOL("C07AB07", "Bisoprolol"),
    FUROSEMIDE("C03CA01", "Furosémide"),
    BUMETANIDE("C03CA02", "Bumétanide"),
    SPIRONOLACTONE("C03DA01", "Spironolactone"),
    PERINDOPRIL("C09AA04", "Périndopril"),
    SACUBITRIL_VALSARTAN("C09DX04", "Sacubitril et valsartan"),
    CARVEDILOL("C07AG02", "Carvédilol"),
    APIXABAN("B01AF02", "Apixaban"),
    WARFARIN("B01AA03", "Warfarine"),
    ATORVASTATIN("C10AA05", "Atorvastatine"),
    ASPIRIN("B01AC06", "Acide acétylsalicylique"),
    PREDNISOLONE("H02AB06", "Prednisolone"),
    EPIRUBICIN("L01DB03", "Épirubicine"),
    OLANZAPINE("N05AH03", "Olanzapine"),
    SALBUTAMOL("R03AC02", "Salbutamol"),
    PARACETAMOL("N02BE01", "Paracétamol"),
    AMOXICILLIN("J01CA04", "Amoxicilline");

    final String code;
    final String label;

    Drug(String code, String label) {
        this.code = code;
        this.label = label;
    }
}
