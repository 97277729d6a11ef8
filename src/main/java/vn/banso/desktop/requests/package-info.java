/** The page of requests about personal data: cases with a deadline, what is held on somebody, who has confirmed an erasure, lists that were given out. */
package vn.banso.desktop.requests;
