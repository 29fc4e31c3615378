/** Signs that XML 1.0 has no place for. */
const UNKNOWN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it may stand in XML, inside an element or an attribute; signs that XML does not know are left out. */
export function xmlText(text: string): string {
	return text.replace(UNKNOWN, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
