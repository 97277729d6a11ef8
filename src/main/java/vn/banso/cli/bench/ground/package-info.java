/** What measures stand on: invented provinces, authors, laptops and desks. */
package vn.banso.cli.bench.ground;
