/** The register as lists show it: villages by name, people with their village and what they agreed to, the numbers of the houses. Read whole, never one by one. */
package vn.banso.store.register;
