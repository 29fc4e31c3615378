import type { MaskKind } from '../../src/lib/privacy/mask.ts';
import type { Kind } from './corpus.ts';

export const TARGETS: Record<Kind, { kind: MaskKind; precision: number; recall: number }> = {
	'hetu, valid': { kind: 'hetu', precision: 0.999, recall: 0.995 },
	'hetu, mistyped with context': { kind: 'hetu', precision: 0.95, recall: 0.9 },
	iban: { kind: 'iban', precision: 0.999, recall: 0.995 },
	card: { kind: 'card', precision: 0.99, recall: 0.995 },
	'codes, passwords, user ids': { kind: 'code', precision: 0.9, recall: 0.9 },
};
