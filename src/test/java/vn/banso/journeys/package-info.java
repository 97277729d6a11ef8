/** Stories of people at the window, told in named steps on a platform without a display. */
package vn.banso.journeys;
