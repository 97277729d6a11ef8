/**
 * The same house without windows: one class per command, wired in {@link vn.banso.cli.Cli}. Answers go to the standard output,
 * everything else beside it; exit codes are those of {@link vn.banso.cli.frame.Exit}.
 */
package vn.banso.cli;
