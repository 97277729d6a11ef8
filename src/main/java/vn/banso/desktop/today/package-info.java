/** Home, "Hôm nay": what waits here, whom to visit, how far the villages are, and what comes next. Every number opens its list. */
package vn.banso.desktop.today;
