/** Programs of their own that show how long the windows take and what they need; started by the benchmark. */
package vn.banso.desktop.measure;
