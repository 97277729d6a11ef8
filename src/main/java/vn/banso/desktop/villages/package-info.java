/** Villages: the list and its gaps, the infrastructure sheet, and the community digital-technology teams. */
package vn.banso.desktop.villages;
