/** Vietnamese names, folded and sorted; telephones; who may be the same person. */
package vn.banso.register.names;
