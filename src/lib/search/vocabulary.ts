import { EVERYDAY } from './vocabulary/everyday.ts';
import { HEALTH } from './vocabulary/health.ts';
import { IDENTITY } from './vocabulary/identity.ts';
import { MONEY } from './vocabulary/money.ts';
import type { Situation } from './vocabulary/situation.ts';
import { WORK } from './vocabulary/work.ts';

export const SITUATIONS: readonly Situation[] = [...IDENTITY, ...MONEY, ...WORK, ...HEALTH, ...EVERYDAY];
