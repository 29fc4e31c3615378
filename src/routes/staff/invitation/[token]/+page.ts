/** A passkey is made by the device, which only a script can ask. */
export const csr = true;
