/** The desk is live. */
export const csr = true;
