/** What the pages of classes and of sessions have in common: the page and its model, who learns, the sheet on which somebody is assessed. */
package vn.banso.desktop.training;
