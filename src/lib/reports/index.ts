/** The door of reports for pure code and the browser: a project, and the story of each line of its plan. */
export { currentPlan, storiesOf } from './project.ts';
/** What the desk learns, and where people get stuck. */
export { type Row, waitsByChannel, type Waits, waitsOf, weekOf } from './desk/desk.ts';
export { ENDINGS, type Ending } from './stuck/map.ts';
export type { Shown } from './suppression.ts';
export { FIGURES_HEAD, figuresRows } from './table.ts';
