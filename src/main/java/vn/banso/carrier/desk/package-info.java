/** The receiving side of sticks, folders and files: what lies there, what it says of itself, and what became of it. */
package vn.banso.carrier.desk;
