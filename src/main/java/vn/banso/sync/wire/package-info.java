/** What two ends say to each other: greeting, introduction, codes, and the bytes of them. */
package vn.banso.sync.wire;
