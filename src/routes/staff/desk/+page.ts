/** The desk is live: the one page of the console with the framework's script. */
export const csr = true;
