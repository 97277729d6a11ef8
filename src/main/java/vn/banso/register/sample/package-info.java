/**
 * Invented communes: villages, families, teams, classes and assessments in the shares that Vietnam's provinces report.
 *
 * <p>For the sample data, for demonstrations and for measuring. Everything follows from the seed; nobody in it exists.
 */
package vn.banso.register.sample;
