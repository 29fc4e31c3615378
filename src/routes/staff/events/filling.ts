import type { Faults, Sheet } from '#lib/events/index.ts';
import type { Say } from '#lib/platform/i18n/say.ts';

/** What every part of a form is given. */
export type Filling = { readonly say: Say; readonly typed: Sheet; readonly faults: Faults };
