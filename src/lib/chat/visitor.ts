/** Whoever writes in a conversation is whoever has its case. */
export { type VisitorActor, visitorOf } from '#lib/cases/index.ts';
