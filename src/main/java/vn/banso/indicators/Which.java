package vn.banso.indicators;

/** Which of the entries behind a number to list. Who did not agree to be counted stands in the last list alone. */
public enum Which { YES, NO, UNANSWERED, ALL, WITHHELD }
