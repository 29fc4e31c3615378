/** The door of reports for pure code and the browser: a project, and the story of each line of its plan. */
export { storiesOf } from './project.ts';
