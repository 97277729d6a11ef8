package vn.banso.desktop.devices;

import vn.banso.store.register.DeviceWork;
import vn.banso.trust.governance.GrantedDevice;

/**
 * A device of the communes.
 *
 * @param mine whether it is this machine
 * @param mayRevoke whether who works here may shut it out
 * @param mayHelp whether who works here may help where its passphrase is forgotten
 */
record DeviceLine(GrantedDevice device, DeviceWork work, boolean mine, boolean mayRevoke, boolean mayHelp) {}
