/**
 * Something the site stands on cannot be reached now. It passes by itself: nothing of the request was stored unless said
 * otherwise, and whoever asked may ask again.
 */
export class Away extends Error {
	override name = 'Away';
}
