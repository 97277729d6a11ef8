/**
 * What is recorded: the catalogue of entries and fields, their validation, Vietnamese names, and administrative units.
 *
 * <p>Pure: values in, values out. No files but its own resources, no clock, no randomness that is not handed in. Everything
 * else in the house follows the {@link vn.banso.register.catalogue.Catalogue}: the wire, the store, the forms and the indicators.
 */
package vn.banso.register;
