/** The import desk: an officer takes in many sticks, folders and files at once, and is told of each what became of it. */
package vn.banso.desktop.importing;
