package fr.respop.server.fhir;

import java.util.Set;

/** The naming systems of FR Core of persons. */
public final class IdentifierSystems {

    public static final String INS_NIR = "urn:oid:1.2.250.1.213.1.4.8";
    public static final String INS_NIA = "urn:oid:1.2.250.1.213.1.4.9";
    public static final String INS_NIR_TEST = "urn:oid:1.2.250.1.213.1.4.10";
    public static final String INS_NIR_DEMONSTRATION = "urn:oid:1.2.250.1.213.1.4.11";
    public static final String RPPS = "https://rpps.esante.gouv.fr";

    /** Any of these makes its bearer a resident of FR Core. */
    public static final Set<String> INS = Set.of(INS_NIR, INS_NIA, INS_NIR_TEST, INS_NIR_DEMONSTRATION);

    /** Made for tests and demonstrations, where a wrong key is none of anyone's business. */
    public static final Set<String> INS_FOR_TRIALS = Set.of(INS_NIR_TEST, INS_NIR_DEMONSTRATION);

    private IdentifierSystems() {}
}
