/** Cards to go on to from 112, by what it is about. */
export type GoOn = Readonly<Record<string, readonly { readonly href: string; readonly name: string }[]>>;
