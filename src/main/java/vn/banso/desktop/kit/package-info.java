/** What every screen is built with: words and shapes, the unlocked node behind them, work off the screen, and where one can go. */
package vn.banso.desktop.kit;
