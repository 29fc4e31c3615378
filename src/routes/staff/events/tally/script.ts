import { startHeads } from '#lib/events/ui/heads/start.ts';

/** The module of the page on which a date is counted. Built by vite.tally.config.ts with `--mode heads`. */
void startHeads();
