/**
 * Reads the pages of a damaged SQLite file without the engine, which gives up a whole table for one page on the way to it. What a
 * record says is not judged here: who reads it knows seals and signatures.
 */
package vn.banso.store.pages;
