/** The pages for addresses that nobody knows are plain pages too. */
export const csr = false;
