package fr.respop.territories.clinical;

/** What a diabetes story leaves open about the heart. */
public enum HeartRole {
    /** It tells of a diabetic with heart failure; which stratum of it is open. */
    FAILING,
    /** It holds a factor of risk of heart failure, such as diabetes or hypertension. */
    AT_RISK,
    /** It holds no such factor, and goes with heart failure or with a factor. */
    MAY_FAIL,
    /** It holds no such factor, and goes with one. */
    MAY_BE_AT_RISK,
    /** It holds no such factor, and stays so: children, and stories whose sense another disease would change. */
    APART
}
