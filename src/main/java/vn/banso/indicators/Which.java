package vn.banso.indicators;

/** Which of the entries behind a number to list. */
public enum Which { YES, NO, UNANSWERED, ALL }
