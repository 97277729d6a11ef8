/** Who may do what where: grants, revocations, and the rules they obey. */
package vn.banso.trust.governance;
