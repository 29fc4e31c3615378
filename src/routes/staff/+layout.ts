/** The console is forms; only the desk brings the framework's script (desk/+page.ts). */
export const csr = false;
