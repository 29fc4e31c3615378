/** Who does something. Areas add their own fields; the audit keeps only these two. */
export type Actor = { readonly kind: 'visitor' | 'staff' | 'link' | 'clerk' | 'system'; readonly id: string | null };
