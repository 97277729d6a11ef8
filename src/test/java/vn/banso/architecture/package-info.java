/** The rules of the house, as tests. Each rule is first shown to catch a fault planted in {@code planted}. */
package vn.banso.architecture;
