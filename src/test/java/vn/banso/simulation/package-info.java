/**
 * The convergence simulator: many short histories of a few laptops, a commune relay and a province, played in memory with
 * everything that goes wrong on the road, and checked against a model that remembers who had seen what.
 *
 * <p>Read {@link vn.banso.simulation.Step} first (what can happen), then {@link vn.banso.simulation.World} (how it is played), then
 * {@link vn.banso.simulation.Invariants} (what must hold). {@link vn.banso.simulation.PlantedFault} are the errors that it has
 * to find before it is believed. {@link vn.banso.simulation.DiskWorld} plays the same steps over real stores.
 */
package vn.banso.simulation;
