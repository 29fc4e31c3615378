/** The button that prints needs a script. */
export const csr = true;
