/** The commands, one class each. */
package vn.banso.cli.commands;
