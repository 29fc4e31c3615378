/** The door of privacy on the server: sealing people's words. The keys themselves are in the keystore. */
export { seal, unseal } from './sealing.server.ts';
