/**
 * What one language says around a secret. In a list a blank parts the words; _ may be a blank, a dash or nothing,
 * * is any letters, ~ an Arabic article. The visitor's page carries these lists too, so they stay short.
 */
export type Vocabulary = Record<NamingKind | Role, string>;

/** Words that say what a number is; `label`: something harmless. */
export type NamingKind = 'hetu' | 'card' | 'password' | 'code' | 'user' | 'label' | 'weak';

/** Words that lead from the name to the value or part them:
 * - `small`: as good as not there; `is`: the value follows; `and`: another thing begins;
 * - `lost`: there is no value, because it did not come or is forgotten; `typed`: what follows was entered somewhere;
 * - `unit`: what stands before is an amount; `status`: said about a password, and none itself.
 */
export type Role = 'small' | 'is' | 'and' | 'lost' | 'typed' | 'unit' | 'status';
