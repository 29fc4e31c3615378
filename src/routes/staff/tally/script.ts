import { startTally } from '#lib/cases/ui/tally/start.ts';

/** The module of the page of a tally. Built by vite.tally.config.ts. */
void startTally();
