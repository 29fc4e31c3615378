/** Public pages carry no script of the framework; the chat brings its own small module. */
export const csr = false;
