/** With the framework's script, so that leaving unsaved words is asked about; without it everything works, too. */
export const csr = true;
