import { HEALTH } from './concepts/health.ts';
import { HOME } from './concepts/home.ts';
import { LIFE } from './concepts/life.ts';
import { MONEY } from './concepts/money.ts';
import { PAPERS } from './concepts/papers.ts';
import { PEOPLE } from './concepts/people.ts';
import { WORK } from './concepts/work.ts';

/**
 * Words of three languages by the idea they stand for, one idea a line: `name: words | words | words`.
 * `*` = any ending. A word may stand in several lines.
 */
export const CONCEPT_LISTS: readonly string[] = [PEOPLE, MONEY, HOME, HEALTH, WORK, PAPERS, LIFE];
