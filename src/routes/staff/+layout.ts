/** The console is forms; the framework's script comes with the desk, and where a device is asked for a passkey. */
export const csr = false;
