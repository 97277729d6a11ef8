/** Saving: how what is written in any form becomes a draft within moments and part of the register when it may, and what tells of it. */
package vn.banso.desktop.saving;
