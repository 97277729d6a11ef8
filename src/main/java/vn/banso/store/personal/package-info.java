/** Personal-data duties: requests of people about their data, everything held on somebody, who was given lists with names, who confirmed an erasure. */
package vn.banso.store.personal;
