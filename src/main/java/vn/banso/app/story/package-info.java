/** The demonstration: a province, a commune office and three laptops, on invented data, by the same doors that people use. */
package vn.banso.app.story;
